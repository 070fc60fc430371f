package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.blas.BlasSearch;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.lab.Execution;
import dev.lanes.pool.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Whether compiled variants that call kernels allocate, as JMH's gc profiler counts it, at the smallest size each
/// experiment has: small operations are many, and what JMH allocates around them is nothing for each.
@Tag("forked")
class NoAllocationTest {
    private static final Catalog CATALOG = new Catalog(
            ExperimentClasses.listedByJmh(NoAllocationTest.class.getClassLoader()),
            new Sources.OnDisk(List.of(Path.of("src/main/java"))));
    private static final int WORKERS = 2;
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
            "gradient-accumulator", "every sample is drawn by a generator of its own, whoever draws it",
            "strategy/compiled-loops", "rows made anew for each sample are what its last step does away with",
            "strategy/vector-api", "as its loops",
            "strategy/workers", "as its loops");

    static List<ExperimentCard> experiments() {
        return CATALOG.experiments().stream()
                .filter(one -> !meantNotToAllocate(one).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aVariantThatCallsKernelsAllocatesNoMoreThanItsTasksTake(ExperimentCard experiment) throws Exception {
        Map<String, Double> allocating = new TreeMap<>();
        for (ExperimentCard.Variant variant : meantNotToAllocate(experiment)) {
            double allowed = NOTHING + bytesOfTasks(experiment, variant);
            // A vector is an object until its code is compiled: who seems to allocate gets a second, longer look.
            if (bytesPerOperation(experiment, variant, 2) > allowed) {
                double bytes = bytesPerOperation(experiment, variant, 20);
                if (bytes > allowed) {
                    allocating.put(variant.id(), bytes);
                }
            }
        }

        assertThat(allocating).as("bytes per operation of variants that allocate").isEmpty();
    }

    @Test
    void aVariantThatMakesObjectsIsSeenToAllocate() throws Exception {
        ExperimentCard addLists = CATALOG.experiments().stream()
                .filter(one -> one.id().equals("add-lists")).findFirst().orElseThrow();

        assertThat(bytesPerOperation(addLists, addLists.variant("lists-compiled").orElseThrow(), 5))
                .as("an object of 16 bytes for each of 1,000 sums").isBetween(15_990.0, 16_010.0);
    }

    /// The compiled variants that call a kernel and can run here, but for those that allocate by design.
    private static List<ExperimentCard.Variant> meantNotToAllocate(ExperimentCard experiment) {
        return experiment.variants().stream()
                .filter(variant -> variant.execution() == Execution.COMPILED)
                .filter(variant -> variant.vectorBits() <= FloatVector.SPECIES_PREFERRED.vectorBitSize())
                .filter(variant -> !variant.needsBlas() || BlasSearch.facts().isPresent())
                .filter(variant -> CATALOG.code(experiment, variant).stream().map(CodePiece::file)
                        .anyMatch(file -> file.contains("/kernel/")))
                .filter(variant -> !BY_DESIGN.containsKey(experiment.id())
                        && !BY_DESIGN.containsKey(experiment.id() + "/" + variant.id()))
                .toList();
    }

    /// The fewest of any iteration, less what JMH allocates itself.
    private static double bytesPerOperation(
            ExperimentCard experiment, ExperimentCard.Variant variant, int warmupIterations) throws RunnerException {
        Plan.Case one = Plans.compiled(variant.id(), variant.id(), variant.method(),
                variant.pooled() ? Plan.Pool.PLATFORM : Plan.Pool.SEQUENTIAL, variant.pooled() ? WORKERS : 1);
        Plan plan = new Plan(
                experiment.className(), Map.of(), List.of(one),
                Efforts.exactly(1, warmupIterations, 2, ITERATION_MILLIS), 1, HEAP_BYTES, null);
        // With the compiler in front, no iteration that counts runs what is still to be compiled.
        List<String> flags = new ArrayList<>(ForkFlags.of(plan, one));
        flags.add("-Xbatch");
        TimeValue time = TimeValue.milliseconds(ITERATION_MILLIS);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(experiment.className() + "." + variant.method()) + "$")
                .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(warmupIterations).warmupTime(time)
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

    private static double bytesOfTasks(ExperimentCard experiment, ExperimentCard.Variant variant)
            throws ReflectiveOperationException {
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
        return BYTES_OF_A_TASK * tasks.sum();
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
