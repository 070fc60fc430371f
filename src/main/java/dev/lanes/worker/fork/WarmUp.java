package dev.lanes.worker.fork;

import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import dev.lanes.stats.Settling;
import dev.lanes.worker.counters.IterationFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// Ends a fork's warm-up once its times have settled, and the measuring if an operation takes longer than an iteration
/// was to: then as many are measured as fit in about the time that was planned. If the times go on to change meanwhile,
/// more are measured than that, so that enough of them are left behind the point from which on they are steady.
///
/// It decides in the fork, between two iterations. It is a JMH profiler, so JMH's own command line can use it.
public final class WarmUp implements InternalProfiler {
    /// Of operations that take long there are few, but two show whether the first was slower.
    private static final int LEAST_WARM_UP = 2;
    private static final int LEAST_MEASURED = 5;
    /// Of operations longer than this, fewer will do.
    private static final double LONG_NANOS = 300e6;
    private static final int LEAST_OF_LONG_ONES = 3;
    /// Fewer do not show whether they have settled.
    private static final int ENOUGH_TO_SETTLE = 10;
    private static final double LONGER = 3;

    private final double longer;
    private final List<Iteration> iterations = new ArrayList<>();
    private IterationType current;
    private long compiledBefore;
    private long begin;
    /// Of the iterations of the phase so far, without what is read around them.
    private double phaseNanos;
    private int measured;
    private int planned;
    /// How long it was to take, before anything shortened it.
    private double plannedNanos;

    /// @param longer a phase may take so many times as long as its iterations were to take together; three times if
    ///     empty
    public WarmUp(String longer) {
        this.longer = longer.isEmpty() ? LONGER : Double.parseDouble(longer);
    }

    @Override
    public String getDescription() {
        return "Ends the warm-up once the times have settled";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams phase) {
        if (phase.getType() != current) {
            current = phase.getType();
            phaseNanos = 0;
            planned = phase.getCount();
            plannedNanos = (double) phase.getTime().convertTo(TimeUnit.NANOSECONDS) * phase.getCount();
        }
        compiledBefore = IterationFacts.compilerMillis();
        begin = System.nanoTime();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams phase, IterationResult result) {
        double nanos = System.nanoTime() - begin;
        phaseNanos += nanos;
        boolean late = phaseNanos >= longer * plannedNanos;
        boolean warmUp = phase.getType() == IterationType.WARMUP;
        double compiling = (IterationFacts.compilerMillis() - compiledBefore) * 1e6 / nanos;
        // JMH tells the score only after the profilers have been asked.
        iterations.add(new Iteration(
                warmUp, nanos / result.getMetadata().getAllOps(), Map.of(Fact.COMPILER_SHARE, compiling)));
        if (warmUp) {
            if (mayEnd(iterations, IterationFacts.isPooled(benchmark)) || late && iterations.size() >= LEAST_WARM_UP) {
                IterationCount.set(phase, iterations.size());
            }
            return List.of();
        }
        measured++;
        if (late && measured < phase.getCount()) {
            // The last one has to know before it begins that it is the last.
            int least = nanos > LONG_NANOS ? LEAST_OF_LONG_ONES : LEAST_MEASURED;
            IterationCount.set(phase, Math.min(phase.getCount(), Math.max(least, measured + 1)));
        } else if (!late && measured == phase.getCount() && planned >= ENOUGH_TO_SETTLE
                && !new ForkSamples(iterations).settledFor(planned / 2)) {
            IterationCount.set(phase, measured + planned / 4);
        }
        return List.of();
    }

    /// Whether what the iterations show of the warm-up is enough to end it.
    static boolean mayEnd(List<Iteration> warmup, boolean pooled) {
        return Settling.looksSettled(warmup) && (!pooled || Settling.leavesProcessorsAlone(warmup));
    }
}
