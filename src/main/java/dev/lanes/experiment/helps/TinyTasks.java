package dev.lanes.experiment.helps;

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
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.Squares;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Squares of a few numbers, shared out among workers that should have been left alone.
@Experiment(
        id = "tiny-tasks",
        section = Section.HELPS_OR_HURTS,
        title = "Tiny tasks",
        question = "What happens when every multiplication becomes a task of its own?",
        explanation = """
                A multiplication takes less than a nanosecond. A task for it needs an \
                object, a place in a queue and a check whether it is done: half a \
                microsecond and more in a stream of tasks, tens of microseconds if \
                worker and caller sleep. A chunk per worker pays that second price: it \
                can gain from a million numbers on.""",
        claim = @Claim(
                text = "Sharing out tiny operations is far slower than a plain loop.",
                guideFigure = "0.48 ms one after another, 9.40 ms as tasks",
                guideSpeedup = 0.48 / 9.40,
                guideMeasured = true,
                effect = Effect.HURTS,
                variant = "oneTaskPerNumber",
                atMost = 0.2),
        reasons = {
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "a task costs more than the multiplication in it"),
            @GuessReason(
                    cause = Cause.CORES,
                    text = "several cores share the multiplications"),
            @GuessReason(
                    cause = Cause.LOCK,
                    text = "workers wait for each other at the queue"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TinyTasks {
    @Param("100")
    @Range(label = "Numbers", min = 5, max = 10_000_000, scale = Scale.LOG10)
    public int count;

    private Squares squares;

    /// A multiplication for every number, which is read once and written once.
    @UsefulWork
    public static Work work(long count) {
        return Work.once(count, 8.0 * count);
    }

    @Setup
    public void fill() {
        squares = new Squares(
                SeededInputs.uniform(SeededInputs.random(), count, -100, 100));
    }

    @Benchmark
    @Variant(label = "Plain loop", baseline = true, note = "One thread, no tasks.")
    public float[] plainLoop() {
        return squares.inOneLoop();
    }

    @Benchmark
    @Variant(label = "One task per number", note = "As many tasks as multiplications.")
    public float[] oneTaskPerNumber(Pooled pool) {
        return squares.oneTaskPerNumber(pool);
    }

    @Benchmark
    @Variant(label = "One chunk per worker", note = "As many tasks as workers.")
    public float[] chunkPerWorker(Pooled pool) {
        return squares.chunkPerWorker(pool);
    }
}
