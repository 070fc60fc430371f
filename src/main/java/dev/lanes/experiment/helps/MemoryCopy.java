package dev.lanes.experiment.helps;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Moves;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.annotation.WorkingSet;
import dev.lanes.experiment.AllNodes;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Copies of large arrays, made by workers who share one road to memory.
@Experiment(
        id = "memory-copy",
        section = Section.HELPS_OR_HURTS,
        title = "Memory copy",
        question = "How much faster do several workers copy large arrays?",
        explanation = """
                A copy computes nothing and takes as long as memory needs. One core \
                may already use most of the memory's bandwidth; further cores then \
                only wait with it. On some machines that takes two or three cores. \
                Arrays of a single megabyte stay in a cache, often a shared one, and \
                are copied at a very different speed.""",
        claim = @Claim(
                text = "Four workers copy faster than one, but far from four times.",
                guideFigure = "6.08 ms one after another, 3.73 ms in parallel",
                guideSpeedup = 6.08 / 3.73,
                guideMeasured = true,
                effect = Effect.HELPS,
                variant = "oneArrayPerTask",
                atMost = 3),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "one core uses most of what memory delivers"),
            @GuessReason(cause = Cause.CORES, text = "each core copies its part"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "a task costs more than its copy"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MemoryCopy {
    private static final int ARRAYS = 4;
    private static final int MEGABYTE = 1_000_000;
    private static final int PATTERN = 1 << 16;

    @Param("32")
    @Range(label = "Each of the 4 arrays", unit = "MB", min = 1, max = 400)
    public int megabytes;

    private float[][] originals;
    private float[][] copies;

    /// The originals and their copies.
    @WorkingSet
    public static long bytes(long megabytes) {
        return 2 * ARRAYS * megabytes * MEGABYTE;
    }

    /// No arithmetic: every array is read once and written once.
    @UsefulWork
    public static Work work(long megabytes) {
        return Work.once(0, 2.0 * ARRAYS * megabytes * MEGABYTE).moving(Moves.ARRAYCOPY);
    }

    @Setup
    public void fill() {
        int count = megabytes * (MEGABYTE / Float.BYTES);
        originals = new float[ARRAYS][];
        copies = new float[ARRAYS][];
        AllNodes.make(ARRAYS, array -> {
            originals[array] = original(array, count);
            copies[array] = new float[count];
        });
    }

    /// Memory is as fast whatever it holds; random numbers throughout take long to make.
    private static float[] original(int array, int count) {
        float[] pattern =
                SeededInputs.uniform(SeededInputs.random(array), PATTERN, 0, 1);
        float[] original = new float[count];
        for (int at = 0; at < count; at += PATTERN) {
            int length = Math.min(PATTERN, count - at);
            System.arraycopy(pattern, 0, original, at, length);
        }
        return original;
    }

    @Benchmark
    @Variant(label = "One after another", baseline = true, note = "A single thread.")
    public float[][] oneAfterAnother() {
        for (int array = 0; array < ARRAYS; array++) {
            copy(array);
        }
        return copies;
    }

    @Benchmark
    @Variant(label = "One array per task", note = "Four tasks, and one memory.")
    public float[][] oneArrayPerTask(Pooled pool) {
        // The tasks are large enough; what they wait for is the memory.
        pool.forEach(ARRAYS, this::copy);
        return copies;
    }

    private void copy(int array) {
        float[] original = originals[array];
        System.arraycopy(original, 0, copies[array], 0, original.length);
    }
}
