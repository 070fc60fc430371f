package dev.lanes.worker.ceilings;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.Walk;
import dev.lanes.event.Plan;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Machine;
import dev.lanes.event.Score;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.ForkSamples;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/// Measures the ceilings of a machine: for each number of threads a fork for the arithmetic and one for all bandwidths,
/// round by round, so that a slow spell of the machine falls on all alike.
public final class CeilingRounds {
    private static final int ROUNDS = 2;

    private CeilingRounds() {}

    /// @throws RunnerException where a fork failed
    /// @throws CeilingDoubt where what was measured cannot be right
    public static Ceilings measure(Machine machine) throws RunnerException {
        List<ForThreads> counts =
                Stream.of(1, machine.cores()).distinct().map(threads -> new ForThreads(machine, threads)).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (ForThreads one : counts) {
                one.measure();
            }
        }
        Ceilings ceilings = new Ceilings(
                Instant.now().toString(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                counts.stream().map(ForThreads::compute).toList(),
                counts.getFirst().levels.stream()
                        .flatMap(level -> counts.stream().flatMap(one -> one.bandwidth(level.name())))
                        .toList());
        CeilingDoubt.raise(CeilingDoubt.about(ceilings));
        return ceilings;
    }

    /// All that a number of threads measures.
    private static final class ForThreads {
        private final int threads;
        private final List<MemoryLevel> levels;
        private final CaseSamples arithmetic = CaseSamples.alone(Plan.Execution.COMPILED);
        private final List<AtLevel> bandwidths;

        private record AtLevel(MemoryLevel level, Walk walk, CaseSamples samples) {}

        ForThreads(Machine machine, int threads) {
            this.threads = threads;
            this.levels = MemoryLevel.of(machine, threads);
            this.bandwidths = Arrays.stream(Pattern.values())
                    .flatMap(pattern -> levels.stream()
                            .map(level -> new AtLevel(
                                    level, level.walk(pattern), CaseSamples.alone(Plan.Execution.COMPILED))))
                    .toList();
        }

        void measure() throws RunnerException {
            CeilingFork fork = new CeilingFork(threads);
            arithmetic.add(fork.arithmetic());
            List<ForkSamples> samples = fork.bandwidth(bandwidths.stream().map(AtLevel::walk).toList());
            for (int at = 0; at < bandwidths.size(); at++) {
                bandwidths.get(at).samples().add(samples.get(at));
            }
        }

        Ceilings.Compute compute() {
            return new Ceilings.Compute(threads, rate(PeakArithmetic.flops(), arithmetic));
        }

        Stream<Ceilings.Bandwidth> bandwidth(String level) {
            return bandwidths.stream().filter(one -> one.level().name().equals(level)).map(this::bandwidth);
        }

        private Ceilings.Bandwidth bandwidth(AtLevel one) {
            return new Ceilings.Bandwidth(
                    one.level().name(), one.level().upToBytes(), threads,
                    Ceilings.Pattern.valueOf(one.walk().pattern().name()),
                    rate(one.walk().bytesMoved(), one.samples()));
        }

        /// What is done in a call by the time it takes; per ns that is 10^9 per second.
        private static Ceilings.Rate rate(double done, CaseSamples samples) {
            Score score = Estimator.score(samples);
            return new Ceilings.Rate(done / score.median(), done / score.high(), done / score.low());
        }
    }
}
