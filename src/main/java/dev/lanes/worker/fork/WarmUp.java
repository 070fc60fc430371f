package dev.lanes.worker.fork;

import dev.lanes.stats.Fact;
import dev.lanes.stats.Iteration;
import dev.lanes.stats.Settling;
import dev.lanes.worker.counters.IterationFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// Ends a fork's warm-up once its times have settled, or when the time that was planned for it is over; and measures
/// as many iterations as fit in the time that was planned, if an operation takes longer than an iteration was to.
///
/// It decides in the fork, between two iterations. It is a JMH profiler, so JMH's own command line can use it.
public final class WarmUp implements InternalProfiler {
    /// Calls that take long are few, but two show whether the first was slower.
    private static final int LEAST_WARM_UP = 2;
    private static final int LEAST_MEASURED = 5;
    /// Of calls longer than this, fewer will do.
    private static final double LONG_NANOS = 300e6;
    private static final int LEAST_OF_LONG_CALLS = 3;

    /// What is read around the operations takes some milliseconds, too.
    private static final double LONGER = 2;

    private final List<Iteration> iterations = new ArrayList<>();
    private long compiledBefore;
    private long begin;
    private long iterationBegin;
    /// Of the warm-up: an iteration is as long as planned, or as one operation.
    private double shortestNanos = Double.POSITIVE_INFINITY;
    private boolean measures;

    @Override
    public String getDescription() {
        return "Ends the warm-up once the times have settled";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams phase) {
        if (phase.getType() == IterationType.MEASUREMENT && !measures) {
            measures = true;
            IterationCount.set(phase, fitting(phase));
        }
        begin = begin == 0 ? System.nanoTime() : begin;
        compiledBefore = IterationFacts.compilerMillis();
        iterationBegin = System.nanoTime();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams phase, IterationResult result) {
        if (phase.getType() == IterationType.WARMUP) {
            long now = System.nanoTime();
            double nanos = now - iterationBegin;
            shortestNanos = Math.min(shortestNanos, nanos);
            double compiling = (IterationFacts.compilerMillis() - compiledBefore) * 1e6 / nanos;
            Map<Fact, Double> facts = new EnumMap<>(Map.of(Fact.COMPILER_SHARE, compiling));
            // JMH tells the score only after the profilers have been asked.
            iterations.add(new Iteration(true, nanos / result.getMetadata().getAllOps(), facts));
            boolean late = longCalls(phase) && now - begin >= plannedNanos(phase);
            if (late && iterations.size() >= LEAST_WARM_UP || Settling.looksSettled(iterations)) {
                IterationCount.set(phase, iterations.size());
            }
        }
        return List.of();
    }

    private int fitting(IterationParams phase) {
        int planned = phase.getCount();
        int least = Math.min(planned, shortestNanos > LONG_NANOS ? LEAST_OF_LONG_CALLS : LEAST_MEASURED);
        return longCalls(phase)
                ? Math.clamp(Math.round(plannedNanos(phase) / shortestNanos), least, planned)
                : planned;
    }

    /// Whether a single operation takes longer than an iteration was to.
    private boolean longCalls(IterationParams phase) {
        return !iterations.isEmpty() && shortestNanos > LONGER * nanos(phase);
    }

    private static double plannedNanos(IterationParams phase) {
        return nanos(phase) * phase.getCount();
    }

    private static double nanos(IterationParams phase) {
        return phase.getTime().convertTo(TimeUnit.NANOSECONDS);
    }
}
