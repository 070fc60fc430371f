package dev.lanes.worker;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.PeakBandwidth;
import dev.lanes.event.Plan;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
/// the forks that measure experiments, and one more.
///
/// A fork of which [CeilingDoubt] has something to say is measured again, once.
final class CeilingFork {
    private static final TimeValue WARM_UP = TimeValue.milliseconds(50);
    private static final TimeValue ITERATION = TimeValue.milliseconds(25);
    private static final int WARM_UPS = 3;
    /// Of each range, at its beginning: the range comes into its cache, and the clock settles.
    private static final int SETTLING = 2;
    private static final int ITERATIONS = 4;
    private static final Plan.Case ANY = new Plan.Case("ceiling", "ceiling", "", Plan.Pool.SEQUENTIAL, 1);
    /// With `-Xbatch` a call waits until it is compiled, instead of going on slowly meanwhile. The code is the same.
    private static final List<String> FLAGS = Stream.concat(
                    ForkFlags.of(
                            new Plan("", Map.of(), List.of(ANY), new Plan.Effort(1, 1, 1, 1, 1, 0, 1), 0), ANY)
                            .stream(),
                    Stream.of("-Xbatch"))
            .toList();

    private final int threads;

    CeilingFork(int threads) {
        this.threads = threads;
    }

    /// Times of [PeakArithmetic], in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    /// @throws CeilingDoubt where neither of two forks can be right
    ForkSamples arithmetic() throws RunnerException {
        return sound("multiply-adds", options(PeakArithmetic.class, "fusedMultiplyAdd", 1), 1).getFirst();
    }

    /// Times of the pattern at each of the levels, in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    /// @throws CeilingDoubt where neither of two forks can be right
    List<ForkSamples> bandwidth(Pattern pattern, List<MemoryLevel> levels) throws RunnerException {
        String ranges = levels.stream()
                .map(level -> Integer.toString(level.range(pattern)))
                .collect(Collectors.joining(" "));
        return sound(
                pattern.method(),
                options(PeakBandwidth.class, pattern.method(), levels.size()).param("ranges", ranges),
                levels.size());
    }

    private List<ForkSamples> sound(String what, ChainedOptionsBuilder options, int ranges) throws RunnerException {
        List<ForkSamples> samples = run(options, ranges);
        if (CeilingDoubt.about(what, threads, samples).isEmpty()) {
            return samples;
        }
        List<ForkSamples> again = run(options, ranges);
        CeilingDoubt.raise(CeilingDoubt.about(what, threads, again));
        return again;
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
                .measurementIterations((SETTLING + ITERATIONS) * ranges)
                .warmupTime(WARM_UP)
                .measurementTime(ITERATION)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(IterationFacts.class)
                .jvmArgs(FLAGS.toArray(String[]::new));
    }

    private static List<ForkSamples> run(ChainedOptionsBuilder options, int ranges) throws RunnerException {
        RunResult result = new Runner(options.build()).runSingle();
        List<IterationResult> iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        int ofEach = SETTLING + ITERATIONS;
        return IntStream.range(0, ranges)
                .mapToObj(range -> samples(iterations.subList(range * ofEach, (range + 1) * ofEach)))
                .toList();
    }

    private static ForkSamples samples(List<IterationResult> iterations) {
        return new ForkSamples(IntStream.range(0, iterations.size())
                .mapToObj(at -> new Iteration(
                        at < SETTLING,
                        1 / iterations.get(at).getPrimaryResult().getScore(),
                        IterationFacts.from(iterations.get(at).getSecondaryResults())))
                .toList());
    }
}
