package dev.lanes.worker.ceilings;

import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.PeakBandwidth;
import dev.lanes.ceiling.Walk;
import dev.lanes.event.Plan;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import dev.lanes.worker.counters.IterationFacts;
import dev.lanes.worker.fork.ForkFlags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

/// One JVM that measures ceilings with a number of threads: JMH's `Runner` with a single fork, which has the flags of
/// the forks that measure experiments, and one more.
///
/// That of which [CeilingDoubt] has something to say is measured again, in another fork, and then once more.
record CeilingFork(int threads) {
    private static final TimeValue WARM_UP = TimeValue.milliseconds(50);
    private static final TimeValue ITERATION = TimeValue.milliseconds(25);
    /// One for each of the patterns, where there are as many.
    private static final int WARM_UPS = 4;
    /// Of each walk, at its beginning: the range comes into its cache, and the clock settles.
    private static final int SETTLING = 2;
    private static final int ITERATIONS = 4;
    private static final int OF_EACH = SETTLING + ITERATIONS;
    private static final int TRIES = 3;
    /// With `-Xbatch` a call waits until it is compiled, instead of going on slowly meanwhile. The code is the same.
    private static final List<String> FLAGS =
            Stream.concat(ForkFlags.ofAny(Plan.USUAL_HEAP_BYTES).stream(), Stream.of("-Xbatch")).toList();

    /// What the JVM itself needs outside of the heap, to read and write with.
    private static final long BESIDES = 16 << 20;

    /// Times of [PeakArithmetic], in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    /// @throws CeilingDoubt where no fork was right
    ForkSamples arithmetic() throws RunnerException {
        return sound(List.of("multiply-adds"), Function.identity(), waiting ->
                run(options(PeakArithmetic.class, "fusedMultiplyAdd", 1), 1)).getFirst();
    }

    /// Times of the walks, in their order, in ns per call, where calls of all threads count.
    ///
    /// @throws RunnerException where the JVM could not be started or did not end well
    /// @throws CeilingDoubt where no fork was right
    List<ForkSamples> bandwidth(List<Walk> walks) throws RunnerException {
        return sound(walks, Walk::name, waiting ->
                run(options(PeakBandwidth.class, "walk", waiting.size())
                                .param("walks", Walk.write(waiting))
                                .jvmArgsAppend(roomFor(waiting)),
                        waiting.size()));
    }

    /// Lets the JVM have the arrays of all threads outside of the heap. By default it may have as much there as in the
    /// heap, and on a processor with a large last cache the arrays take more.
    private String roomFor(List<Walk> walks) {
        return "-XX:MaxDirectMemorySize=" + (threads * PeakBandwidth.nativeBytes(walks) + BESIDES);
    }

    /// A fork's answer to what has no samples yet that can be right.
    @FunctionalInterface
    private interface Measuring<T> {
        List<ForkSamples> of(List<T> waiting) throws RunnerException;
    }

    private <T> List<ForkSamples> sound(List<T> all, Function<T, String> name, Measuring<T> measuring)
            throws RunnerException {
        Map<T, ForkSamples> sound = new HashMap<>();
        Optional<String> doubt = Optional.empty();
        for (int attempt = 0; attempt < TRIES && sound.size() < all.size(); attempt++) {
            List<T> waiting = all.stream().filter(one -> !sound.containsKey(one)).toList();
            List<ForkSamples> samples = measuring.of(waiting);
            for (int at = 0; at < waiting.size(); at++) {
                Optional<String> about = CeilingDoubt.about(name.apply(waiting.get(at)), threads, samples.get(at));
                if (about.isEmpty()) {
                    sound.put(waiting.get(at), samples.get(at));
                } else {
                    doubt = about;
                }
            }
        }
        if (sound.size() < all.size()) {
            CeilingDoubt.raise(doubt);
        }
        return all.stream().map(sound::get).toList();
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String method, int parts) {
        return new OptionsBuilder()
                .include("^" + java.util.regex.Pattern.quote(benchmark.getName() + "." + method) + "$")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(1)
                .warmupForks(0)
                .warmupIterations(WARM_UPS)
                .measurementIterations(OF_EACH * parts)
                .warmupTime(WARM_UP)
                .measurementTime(ITERATION)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(IterationFacts.class)
                .jvmArgs(FLAGS.toArray(String[]::new));
    }

    private static List<ForkSamples> run(ChainedOptionsBuilder options, int parts) throws RunnerException {
        RunResult result = new Runner(options.build()).runSingle();
        List<IterationResult> iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        return IntStream.range(0, parts)
                .mapToObj(part -> samples(iterations.subList(part * OF_EACH, (part + 1) * OF_EACH)))
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
