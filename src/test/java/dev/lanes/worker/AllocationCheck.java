package dev.lanes.worker;

import dev.lanes.annotation.Execution;
import dev.lanes.blas.BlasSearch;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.pool.WorkerPool;
import dev.lanes.worker.check.BenchmarkInstance;
import dev.lanes.worker.fork.ForkFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Whether a variant that calls kernels allocates. A run already tells the bytes of each case. A vector is an object
/// until its code is compiled, so a brief run may see some; such a case gets a longer fork of its own, measured by JMH's
/// gc profiler at the smallest size, where operations are many and what JMH allocates around them is nothing for each.
public final class AllocationCheck {
    private static final int WORKERS = 2;
    private static final int WARMUP_ITERATIONS = 20;
    private static final int ITERATION_MILLIS = 100;
    private static final long HEAP_BYTES = 256 << 20;
    /// Bytes of an operation that may be rounding.
    private static final double NOTHING = 16;
    /// What JMH and its profiler allocate around an iteration: about half of this was seen.
    private static final double JMH_BYTES = 12_000;
    /// What it takes to hand over a task: its future, the lambda, a node of the queue.
    private static final double BYTES_OF_A_TASK = 300;

    /// What allocates by design, with the reason: an experiment, or a variant of it.
    private static final Map<String, String> BY_DESIGN = Map.of(
            "gradient-accumulator", "every sample is drawn by a generator of its own",
            "model-parallel/two-stage-pipeline", "the queue between its stages is made anew for each call",
            "strategy/compiled-loops", "rows made anew for each sample are what its last step does away with",
            "strategy/vector-api", "as its loops",
            "strategy/workers", "as its loops");

    private AllocationCheck() {}

    /// Whether it is a compiled variant that calls a kernel, can run here and does not allocate by design.
    public static boolean appliesTo(Catalog catalog, ExperimentCard experiment, ExperimentCard.Variant variant) {
        return variant.execution() == Execution.COMPILED
                && (!variant.needsBlas() || BlasSearch.facts().isPresent())
                && catalog.code(experiment, variant).stream().map(CodePiece::file)
                        .anyMatch(file -> file.contains("/kernel/"))
                && !BY_DESIGN.containsKey(experiment.id())
                && !BY_DESIGN.containsKey(experiment.id() + "/" + variant.id());
    }

    /// Whether so many bytes in an operation of so many tasks are more than the tasks take.
    public static boolean suspicious(double bytesPerOperation, long tasks) {
        return bytesPerOperation > NOTHING + BYTES_OF_A_TASK * tasks;
    }

    /// Whether it still allocates more than its tasks take in a fork that warms up for long.
    public static boolean allocates(ExperimentCard experiment, ExperimentCard.Variant variant) throws Exception {
        return suspicious(bytesPerOperation(experiment, variant), tasks(experiment, variant));
    }

    /// The fewest of any iteration, less what JMH allocates itself.
    static double bytesPerOperation(ExperimentCard experiment, ExperimentCard.Variant variant)
            throws RunnerException {
        Plan.Case one = Plans.compiled(variant.id(), variant.id(), variant.method(),
                variant.pooled() ? Plan.Pool.PLATFORM : Plan.Pool.SEQUENTIAL, variant.pooled() ? WORKERS : 1);
        Plan plan = new Plan(
                experiment.className(), Map.of(), List.of(one),
                Efforts.exactly(1, WARMUP_ITERATIONS, 2, ITERATION_MILLIS), 1, HEAP_BYTES, null, null, List.of(), null, false);
        // With the compiler in front, no iteration that counts runs what is still to be compiled.
        List<String> flags = new ArrayList<>(ForkFlags.of(plan, one));
        flags.add("-Xbatch");
        TimeValue time = TimeValue.milliseconds(ITERATION_MILLIS);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(experiment.className() + "." + variant.method()) + "$")
                .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(WARMUP_ITERATIONS).warmupTime(time)
                .measurementIterations(2).measurementTime(time)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(flags.toArray(String[]::new))
                .addProfiler(GCProfiler.class);
        params(experiment, variant).forEach((name, value) -> options.param(name, value));
        RunResult result = new Runner(options.build()).run().iterator().next();
        double operations = ITERATION_MILLIS * 1e6 / result.getPrimaryResult().getScore();
        double fewest = result.getSecondaryResults().get("gc.alloc.rate.norm").getStatistics().getMin();
        return Math.max(0, fewest - JMH_BYTES / Math.max(1, operations));
    }

    private static long tasks(ExperimentCard experiment, ExperimentCard.Variant variant) throws Exception {
        LongAdder tasks = new LongAdder();
        WorkerPool.watch(task -> {
            tasks.increment();
            task.run();
        });
        try (BenchmarkInstance instance = new BenchmarkInstance(
                Class.forName(experiment.className()), variant.method(), params(experiment, variant)::get)) {
            instance.call();
        } finally {
            WorkerPool.watch(null);
        }
        return tasks.sum();
    }

    private static Map<String, String> params(ExperimentCard experiment, ExperimentCard.Variant variant) {
        Map<String, String> params = new HashMap<>();
        experiment.params().forEach(param -> params.put(param.name(), Long.toString(param.min())));
        if (variant.pooled()) {
            params.put("pool", "PLATFORM");
            params.put("workers", Integer.toString(WORKERS));
        }
        return params;
    }
}
