package dev.lanes.worker.fork;

import dev.lanes.stats.Fact;
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
/// was to: then as many are measured as fit in about the time that was planned.
///
/// It decides in the fork, between two iterations. It is a JMH profiler, so JMH's own command line can use it.
public final class WarmUp implements InternalProfiler {
    /// Of operations that take long there are few, but two show whether the first was slower.
    private static final int LEAST_WARM_UP = 2;
    private static final int LEAST_MEASURED = 5;
    /// Of operations longer than this, fewer will do.
    private static final double LONG_NANOS = 300e6;
    private static final int LEAST_OF_LONG_ONES = 3;
    /// A phase may take so many times as long as its iterations were to take together.
    private static final double LONGER = 2;

    private final List<Iteration> warmup = new ArrayList<>();
    private IterationType current;
    private long compiledBefore;
    private long begin;
    /// Of the iterations of the phase so far, without what is read around them.
    private double phaseNanos;
    private int measured;
    /// How long it was to take, before anything shortened it.
    private double plannedNanos;

    @Override
    public String getDescription() {
        return "Ends the warm-up once the times have settled";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams phase) {
        if (phase.getType() != current) {
            current = phase.getType();
            phaseNanos = 0;
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
        boolean late = phaseNanos >= LONGER * plannedNanos;
        if (phase.getType() == IterationType.WARMUP) {
            double compiling = (IterationFacts.compilerMillis() - compiledBefore) * 1e6 / nanos;
            // JMH tells the score only after the profilers have been asked.
            warmup.add(new Iteration(
                    true, nanos / result.getMetadata().getAllOps(), Map.of(Fact.COMPILER_SHARE, compiling)));
            if (Settling.looksSettled(warmup) || late && warmup.size() >= LEAST_WARM_UP) {
                IterationCount.set(phase, warmup.size());
            }
            return List.of();
        }
        measured++;
        if (late && measured < phase.getCount()) {
            // The last one has to know before it begins that it is the last.
            int least = nanos > LONG_NANOS ? LEAST_OF_LONG_ONES : LEAST_MEASURED;
            IterationCount.set(phase, Math.min(phase.getCount(), Math.max(least, measured + 1)));
        }
        return List.of();
    }
}
