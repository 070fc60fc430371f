package dev.lanes.worker.ceilings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.Walk;
import dev.lanes.event.Efforts;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.stats.ForkSamples;
import dev.lanes.worker.fork.Fork;
import dev.lanes.worker.machine.MachineProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.openjdk.jmh.runner.RunnerException;

/// Real forks, held against each other: what the figures are depends on the machine, which is the larger does not.
@Tag("forked")
@Isolated("holds figures of the machine against each other")
class CeilingForkTest {
    /// Two figures of a busy machine may differ by this much and mean the same.
    private static final double NOISE = 1.25;

    private static final Machine LARGE_LAST_CACHE = new Machine(
            "a server's processor", "amd64", 2, 2, 2,
            List.of(new Machine.Cache(1, "data", 48 << 10, 64), new Machine.Cache(3, "unified", 300 << 20, 64)),
            256, 24L << 30, "a system", "25", "a JVM", "C1 and C2", false, List.of(), null, "none is installed");

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
        double kernel = 2.0 * 64 * 784 * 128 / new Fork(plan, event -> {}).measure(product, 1).samples().median();

        assertThat(units).as("operations per ns").isGreaterThan(kernel / NOISE);
        assertThat(kernel).as("the product is no toy").isGreaterThan(units / 20);
    }

    /// Its arrays are together larger than a fork's heap, and so than what a JVM lets itself have outside of it.
    @Test
    void threadsHaveRoomForTheirArraysOnAMachineWithALargeLastCache() {
        int threads = 2;
        MemoryLevel memory = MemoryLevel.of(LARGE_LAST_CACHE, threads).getLast();
        Walk walk = memory.walk(Pattern.ADD);
        long together = threads * (long) walk.pattern().arrays() * walk.range();
        assertThat(together).isGreaterThan(Plan.USUAL_HEAP_BYTES);
        assumeThat(MachineProbe.read().memoryBytes()).as("memory of this machine").isGreaterThan(2 * together);

        // The figures may be doubtful on a busy machine; what counts is that there are some.
        assertThatCode(() -> assertThat(new CeilingFork(threads).bandwidth(List.of(walk))).hasSize(1))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        doubt -> assertThat(doubt).isInstanceOf(CeilingDoubt.class));
    }

    private static double bytesPerNs(MemoryLevel level, ForkSamples samples) {
        return level.walk(Pattern.LOAD).bytesMoved() / samples.median();
    }
}
