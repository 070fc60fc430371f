package dev.lanes.experiment.helps;

import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.Squares;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.UsefulWork;
import dev.lanes.lab.Variant;
import dev.lanes.lab.Work;
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
                A multiplication takes less than a nanosecond. To hand it to another \
                thread, the program makes an object for it, puts that in a queue, \
                wakes a worker and later asks whether the work is done: microseconds, \
                thousands of times the work itself. One chunk per worker pays that \
                price only once per worker. Even that is more than a whole loop over a \
                hundred numbers, and it may still be at a hundred thousand.

                The guide starts its threads inside the timed code, and its plain loop \
                is interpreted. Here the pool is already up and its workers wait, so \
                that only the handing over is paid; but the loop is compiled and takes \
                nanoseconds instead of microseconds. The loss, as a ratio, is \
                therefore larger than in Python.""",
        claim = @Claim(
                text = "Sharing out tiny operations is far slower than a plain loop.",
                guideFigure = "100 numbers: 0.48 ms in a loop, 9.40 ms as tasks",
                guideSpeedup = 0.48 / 9.40,
                guideMeasured = true,
                effect = Effect.HURTS,
                variant = "oneTaskPerNumber",
                atMost = 0.2),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TinyTasks {
    @Param("100")
    @Range(label = "Numbers", min = 5, max = 100_000, scale = Scale.LOG10)
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
