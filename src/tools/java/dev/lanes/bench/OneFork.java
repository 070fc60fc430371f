package dev.lanes.bench;

import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.worker.counters.IterationFacts;
import dev.lanes.worker.fork.ForkFlags;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What one fork measured, in a JVM with the flags of every fork here.
///
/// @param nanosPerCall median of its iterations
/// @param stealShare of the time of all processors; NaN where the system does not tell
/// @param probeNs a step of arithmetic in registers, mean of its iterations: how fast the processor was
record OneFork(double nanosPerCall, double stealShare, double probeNs) {
    private static final int WARM_UP = 10;
    private static final int MEASURED = 8;

    static OneFork of(Side side, int millis) throws RunnerException {
        return of(side, millis, flags());
    }

    static OneFork of(Side side, int millis, List<String> flags) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(millis);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(side.benchmark()) + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .forks(1)
                .warmupForks(0)
                .warmupIterations(WARM_UP)
                .warmupTime(time)
                .measurementIterations(MEASURED)
                .measurementTime(time)
                .shouldFailOnError(true)
                .addProfiler(IterationFacts.class)
                .jvmArgs(flags.toArray(String[]::new));
        side.params().forEach((name, value) -> options.param(name, value));
        RunResult result = run(options.build());
        Map<String, Result> facts = result.getSecondaryResults();
        return new OneFork(
                result.getPrimaryResult().getStatistics().getPercentile(50),
                fact(facts, "STOLEN_TICKS") / fact(facts, "TICKS"), fact(facts, "PROBE_NS"));
    }

    /// What the fork prints is shown only where it fails.
    private static RunResult run(Options options) throws RunnerException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            return new Runner(options, OutputFormatFactory.createFormatInstance(
                            new PrintStream(printed), VerboseMode.NORMAL))
                    .runSingle();
        } catch (RunnerException failure) {
            System.err.print(printed);
            throw failure;
        }
    }

    /// Those of a sequential case in a heap of the usual size.
    static List<String> flags() {
        Plan plan = Plans.plan("", Map.of(), List.of(), Efforts.exactly(1, WARM_UP, MEASURED, 1), 0);
        return ForkFlags.of(plan, Plans.compiled("", "", "", Plan.Pool.SEQUENTIAL, 1));
    }

    private static double fact(Map<String, Result> facts, String name) {
        Result fact = facts.get("fact." + name);
        return fact == null ? Double.NaN : fact.getScore();
    }
}
