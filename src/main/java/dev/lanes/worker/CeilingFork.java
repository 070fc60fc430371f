package dev.lanes.worker;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.PeakBandwidth;
import dev.lanes.event.Plan;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// One JVM that measures a ceiling with a number of threads: JMH's `Runner` with a single fork, which has the flags of
/// the forks that measure experiments.
final class CeilingFork {
    private static final TimeValue WARM_UP = TimeValue.milliseconds(50);
    private static final TimeValue ITERATION = TimeValue.milliseconds(25);
    private static final int WARM_UPS = 9;
    private static final int ITERATIONS = 3;
    private static final Plan.Case ANY = new Plan.Case("ceiling", "ceiling", "", Plan.Pool.SEQUENTIAL, 1);
    private static final List<String> FLAGS = ForkFlags.of(
            new Plan("", Map.of(), List.of(ANY), new Plan.Effort(1, 1, 1, 1, 1, 0, 1), 0), ANY);

    private final int threads;

    CeilingFork(int threads) {
        this.threads = threads;
    }

    /// Times of [PeakArithmetic], in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    ForkSamples arithmetic() throws RunnerException {
        return samples(run(options(PeakArithmetic.class, "fusedMultiplyAdd", 1)), 0, 1);
    }

    /// Times of the pattern at each of the levels, in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    List<ForkSamples> bandwidth(Pattern pattern, List<MemoryLevel> levels) throws RunnerException {
        String ranges = levels.stream()
                .map(level -> Integer.toString(level.range(pattern)))
                .collect(Collectors.joining(" "));
        List<IterationResult> iterations = run(
                options(PeakBandwidth.class, pattern.method(), levels.size()).param("ranges", ranges));
        return IntStream.range(0, levels.size()).mapToObj(at -> samples(iterations, at, levels.size())).toList();
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String method, int ranges) {
        return new OptionsBuilder()
                .include("^" + java.util.regex.Pattern.quote(benchmark.getName() + "." + method) + "$")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(1)
                .warmupForks(0)
                .warmupIterations(WARM_UPS)
                .measurementIterations(ITERATIONS * ranges)
                .warmupTime(WARM_UP)
                .measurementTime(ITERATION)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(FLAGS.toArray(String[]::new));
    }

    private static List<IterationResult> run(ChainedOptionsBuilder options) throws RunnerException {
        RunResult result = new Runner(options.build()).runSingle();
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
    }

    /// Every `step`-th iteration from that one on.
    private static ForkSamples samples(List<IterationResult> iterations, int from, int step) {
        List<Iteration> mine = new ArrayList<>();
        for (int at = from; at < iterations.size(); at += step) {
            mine.add(new Iteration(false, 1 / iterations.get(at).getPrimaryResult().getScore(), Map.of()));
        }
        return new ForkSamples(mine);
    }
}
