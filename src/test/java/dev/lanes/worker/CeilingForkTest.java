package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.event.Efforts;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.stats.ForkSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/// Real forks, held against each other: what the figures are depends on the machine, which is the larger does not.
@Tag("forked")
class CeilingForkTest {
    /// Two figures of a busy machine may differ by this much and mean the same.
    private static final double NOISE = 1.25;

    @Test
    void nearerLevelsAreFaster() throws RunnerException {
        Machine machine = MachineProbe.read();
        List<MemoryLevel> levels = MemoryLevel.of(machine, 1);

        List<ForkSamples> samples = new CeilingFork(1)
                .bandwidth(levels.stream().map(level -> level.walk(Pattern.LOAD)).toList());

        assertThat(samples).hasSameSizeAs(levels);
        for (int nearer = 0; nearer + 1 < levels.size(); nearer++) {
            assertThat(bytesPerNs(levels.get(nearer), samples.get(nearer)))
                    .as("%s against the next level", levels.get(nearer).name())
                    .isGreaterThan(bytesPerNs(levels.get(nearer + 1), samples.get(nearer + 1)) / NOISE);
        }
        assertThat(bytesPerNs(levels.getFirst(), samples.getFirst()))
                .as("the nearest cache against memory")
                .isGreaterThan(2 * bytesPerNs(levels.getLast(), samples.getLast()));
    }

    @Test
    void noKernelIsFasterThanTheArithmeticUnits() throws RunnerException {
        Plan.Case product = Plans.compiled(
                "blocked-and-packed", "blocked-and-packed", "blockedAndPacked", Plan.Pool.SEQUENTIAL, 1);
        Plan plan = Plans.plan(
                "dev.lanes.experiment.vectorisation.MatrixProduct",
                Map.of("batch", "64", "inputs", "784", "outputs", "128"), List.of(product),
                Efforts.exactly(1, 10, 5, 60), 1);

        double units = PeakArithmetic.flops() / new CeilingFork(1).arithmetic().median();
        double kernel = 2.0 * 64 * 784 * 128 / new Fork(plan, event -> {}).measure(product, 1, 10).samples().median();

        assertThat(units).as("operations per ns").isGreaterThan(kernel / NOISE);
        assertThat(kernel).as("the product is no toy").isGreaterThan(units / 20);
    }

    private static double bytesPerNs(MemoryLevel level, ForkSamples samples) {
        return level.walk(Pattern.LOAD).bytesMoved() / samples.median();
    }
}
