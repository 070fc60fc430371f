package dev.lanes.worker.counters;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.lanes.stats.Fact;
import dev.lanes.worker.machine.MachineProbe;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/// Notes in the fork what went on during an iteration: counters of the JVM and the system, read right before and right
/// after it, and around those a probe of the processor's speed. Nothing runs while operations are timed.
///
/// The facts travel home as secondary results under names that begin with "fact.". JMH's own command line can use it,
/// too: `-prof dev.lanes.worker.counters.IterationFacts`.
public final class IterationFacts implements InternalProfiler {
    private static final String PREFIX = "fact.";
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
    private static final long LEAST_CPU_NANOS = 100_000_000;
    private static final double MOST = 0.5;
    /// What JMH itself may have the measuring thread wait around an iteration, at most.
    private static final long WAITS_OF_JMH = 4;

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final Map<Fact, Double> ofTheFork = new EnumMap<>(Fact.class);
    private final LinuxWaits measuring = new LinuxWaits(Path.of("/proc/self/task"));
    private boolean begun;
    private CompletableFuture<ProcessorProbe> gettingReady;
    private ProcessorProbe probe;
    private double probeBefore = Double.NaN;
    private Counters first;
    private Counters before;
    private long allocatedBefore;
    private long beginNanos;
    private long beginCpuNanos;
    private long compilersBefore;

    /// Cumulative counters at one moment; -1 where one is not kept.
    private record Counters(
            long nanos, long cpuNanos, double descendantNanos, long compilerMillis, long collections, long waits,
            LinuxCpuTicks ticks) {

        /// Processor time since then of the processes that the fork started. Where those that ended are not counted
        /// it may seem to shrink.
        double descendantNanosSince(Counters earlier) {
            return Math.max(0, descendantNanos - earlier.descendantNanos);
        }
    }

    @Override
    public String getDescription() {
        return "Notes processor time, compilers, collectors, allocation and disturbances of every iteration";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (!begun) {
            begun = true;
            // So that what the benchmark sets up lies at the same place, whatever was loaded before: where arrays lie
            // changes some times by 8 % (docs/decisions/0003-fork-flags.md).
            System.gc();
        }
        if (isWarmUp(benchmark, iteration)) {
            beginNanos = System.nanoTime();
            compilersBefore = compilerMillis();
            return;
        }
        if (probe == null) {
            probe = gettingReady == null ? getReady(benchmark) : gettingReady.join();
            probeBefore = probe.nsPerStep();
        }
        before = read();
        first = first == null ? before : first;
        beginNanos = System.nanoTime();
        beginCpuNanos = system.getProcessCpuTime();
        // Last before the operations and first after them: to read the others takes objects.
        allocatedBefore = threads.getTotalThreadAllocatedBytes();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        if (isWarmUp(benchmark, iteration)) {
            if (gettingReady == null) {
                // Beside the warm-up: it takes some 60 ms.
                gettingReady = CompletableFuture.supplyAsync(
                        () -> getReady(benchmark), task -> Thread.ofPlatform().name("lanes-facts").start(task));
            }
            double compiling = difference(compilersBefore, compilerMillis()) * 1e6;
            return results(Map.of(Fact.COMPILER_SHARE, compiling / (System.nanoTime() - beginNanos)));
        }
        double allocated = difference(allocatedBefore, threads.getTotalThreadAllocatedBytes());
        double cpuNanos = difference(beginCpuNanos, system.getProcessCpuTime());
        double nanos = System.nanoTime() - beginNanos;
        Counters after = read();
        double descendants = after.descendantNanosSince(before);
        Map<Fact, Double> facts = new EnumMap<>(ofTheFork);
        facts.put(Fact.OPERATIONS_PER_CALL, (double) benchmark.getOpsPerInvocation());
        double probeAfter = probe.nsPerStep();
        facts.put(Fact.PROBE_NS, Math.max(probeBefore, probeAfter));
        // The next iteration follows at once.
        probeBefore = probeAfter;
        long operations = operations(benchmark, iteration, result);
        facts.put(Fact.OPERATIONS, (double) operations);
        facts.put(Fact.BYTES_PER_OP, allocated / operations);
        double timed = timedNanos(benchmark, result);
        if (!untold(benchmark, nanos, timed)) {
            facts.put(Fact.CPU_NS_PER_OP, cpuNanosPerOperation(cpuNanos + descendants, nanos, timed, operations));
        }
        note(facts, after, operations);
        return results(facts);
    }

    private static List<ScalarResult> results(Map<Fact, Double> facts) {
        return facts.entrySet().stream()
                .filter(fact -> Double.isFinite(fact.getValue()))
                .map(fact -> new ScalarResult(
                        PREFIX + fact.getKey().name(), fact.getValue(), "1", AggregationPolicy.AVG))
                .toList();
    }

    /// The facts among an iteration's secondary results.
    @SuppressWarnings("rawtypes") // JMH's interface is raw.
    public static Map<Fact, Double> from(Map<String, Result> results) {
        Map<Fact, Double> facts = new EnumMap<>(Fact.class);
        Arrays.stream(Fact.values())
                .filter(fact -> results.containsKey(PREFIX + fact.name()))
                .forEach(fact -> facts.put(fact, results.get(PREFIX + fact.name()).getScore()));
        return facts;
    }

    /// What was timed only to warm up does not count: all that matters is when it ends. Of single calls the first may
    /// count.
    private static boolean isWarmUp(BenchmarkParams benchmark, IterationParams iteration) {
        return iteration.getType() == IterationType.WARMUP && benchmark.getMode() != Mode.SingleShotTime;
    }

    /// Of calls that are timed one by one JMH counts a batch as one operation.
    private static long operations(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long counted = result.getMetadata().getAllOps();
        return benchmark.getMode() == Mode.SingleShotTime ? counted * iteration.getBatchSize() : counted;
    }

    /// Processor time of an operation. What the counters saw is longer than the operations, by what JMH does around
    /// them, which is much of a short iteration: so processor time is their share of that.
    ///
    /// @param nanos that went by while `cpuNanos` were taken
    /// @param timed how long the operations took
    static double cpuNanosPerOperation(double cpuNanos, double nanos, double timed, long operations) {
        return cpuNanos / nanos * timed / operations;
    }

    /// The time that the iteration's operations took by JMH's clock.
    private static double timedNanos(BenchmarkParams benchmark, IterationResult result) {
        return result.getPrimaryResult().getScore() * benchmark.getTimeUnit().toNanos(1)
                * result.getMetadata().getAllOps();
    }

    /// Whether processor time tells nothing of a single call: it was over before the system's clock of that time, with
    /// its ticks of 10 ms, could tell, or most of what the counters saw came before it, as calls of its set-up.
    private static boolean untold(BenchmarkParams benchmark, double nanos, double timed) {
        return benchmark.getMode() == Mode.SingleShotTime && (nanos < LEAST_CPU_NANOS || timed < MOST * nanos);
    }

    private void note(Map<Fact, Double> facts, Counters after, long operations) {
        double nanos = after.nanos() - before.nanos();
        double waits = difference(before.waits(), after.waits());
        facts.put(Fact.COMPILER_SHARE, difference(before.compilerMillis(), after.compilerMillis()) * 1e6 / nanos);
        facts.put(Fact.COLLECTIONS, difference(before.collections(), after.collections()));
        facts.put(Fact.WAITS_PER_OP, Math.max(0, waits - WAITS_OF_JMH) / operations);
        double ownNanos = difference(first.cpuNanos(), after.cpuNanos()) + after.descendantNanosSince(first);
        LinuxCpuTicks ticks = after.ticks().since(first.ticks());
        facts.put(Fact.TICKS, (double) ticks.all());
        facts.put(Fact.STOLEN_TICKS, (double) ticks.stolen());
        facts.put(Fact.OTHERS_TICKS, ticks.ofOthers(ownNanos));
    }

    /// All of them for a case on a pool, whose workers may be on any.
    private static int processors(BenchmarkParams benchmark) {
        return isPooled(benchmark) ? Runtime.getRuntime().availableProcessors() : 1;
    }

    private static double difference(long before, long after) {
        return before < 0 || after < 0 ? Double.NaN : after - before;
    }

    /// Warms up what is read and notes what stays the same for the whole fork.
    private ProcessorProbe getReady(BenchmarkParams benchmark) {
        ProcessorProbe ready = ProcessorProbe.warmedUp(processors(benchmark));
        boolean debugged = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
        ofTheFork.put(Fact.C1_ONLY, MachineProbe.optimising() ? 0.0 : 1.0);
        ofTheFork.put(Fact.DEBUGGED, debugged ? 1.0 : 0.0);
        ofTheFork.put(Fact.PROBED_PROCESSORS, (double) ready.processors());
        ofTheFork.put(Fact.EMPTY_NS, EmptyLoop.nsPerTurn());
        ofTheFork.put(Fact.CLOCK_NS, EmptyLoop.clockStepNs());
        // Once, so that all that it takes is there.
        read();
        return ready;
    }

    /// How long the compilers have been at work in this JVM; -1 if that is not known.
    public static long compilerMillis() {
        return COMPILERS != null && COMPILERS.isCompilationTimeMonitoringSupported()
                ? COMPILERS.getTotalCompilationTime() : -1;
    }

    private Counters read() {
        return new Counters(
                System.nanoTime(),
                system.getProcessCpuTime(),
                Descendants.nanos(),
                compilerMillis(),
                collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
                measuring.read(),
                LinuxCpuTicks.read());
    }

    /// Whether the benchmark's work is shared out to a pool.
    public static boolean isPooled(BenchmarkParams benchmark) {
        return benchmark.getParamsKeys().contains("pool");
    }
}
