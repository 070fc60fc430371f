package dev.lanes.experiment.sample;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.Pooled;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// An experiment for tests, with pools and two parameters. It carries no `@Benchmark`, so JMH does not list it.
@Experiment(
        id = "scripted",
        section = Section.THREADS,
        title = "Scripted",
        question = "Does the server do as it promises?",
        explanation = "Nothing is measured here.",
        claim = @Claim(
                text = "The variant is twice as fast.",
                guideFigure = "2x",
                guideSpeedup = 2,
                effect = Effect.HELPS,
                variant = "onePerWorker"),
        reasons = {
            @GuessReason(cause = Cause.CORES, text = "each core does a part"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for a lock"),
            @GuessReason(cause = Cause.TASK_OVERHEAD, text = "a task costs more than its work")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
public class Scripted {
    @Param("1024")
    @Range(label = "Size", unit = "floats", min = 8, max = 8192, scale = Scale.LOG2)
    public int size;

    /// What the fake worker shall do.
    @Param("1")
    @Range(label = "Script", min = 1, max = 20)
    public int script;

    @UsefulWork(variants = "plain")
    public static Work work(long size, long script) {
        return new Work(size, 4.0 * size, 8.0 * size);
    }

    @Variant(label = "One per worker", note = "A task each")
    public double onePerWorker(Pooled pooled) {
        double[] sums = new double[4];
        pooled.forEach(4, index -> sums[index] = half(index));
        return sums[0];
    }

    @Variant(label = "Plain", baseline = true)
    public double plain() {
        return half(size);
    }

    private static double half(int number) {
        return number / 2.0;
    }
}
