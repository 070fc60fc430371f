package dev.lanes.experiment.helps;

import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Moves;
import dev.lanes.lab.Range;
import dev.lanes.lab.Section;
import dev.lanes.lab.UsefulWork;
import dev.lanes.lab.Variant;
import dev.lanes.lab.Work;
import dev.lanes.lab.WorkingSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
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
                A copy computes nothing: it reads and it writes, and takes as long as \
                memory takes to deliver. The arrays are many times larger than the \
                caches, so all of them come from memory and go back there. One core may \
                already use most of what the memory can do, and then further cores wait \
                with it. Whether a second worker helps depends on the machine: on some, \
                a single core cannot keep the memory busy, and two or three can. Hardly \
                any gains as much as it has cores.

                Small arrays fit in the caches, of which a core has its own, and are \
                copied at quite another speed; try a single megabyte. Where a cache is \
                larger than the arrays together, choose larger ones.

                The guide's arrays hold 800 MB each, and its copies are arrays made \
                anew in the timed code. Here the arrays are smaller, to fit on most \
                machines, and their copies go where the last ones went: what is timed \
                is the copying and not the asking for memory.""",
        claim = @Claim(
                text = "Four workers copy faster than one, if far from four times.",
                guideFigure =
                        "6.08 ms one after another, 3.73 ms in parallel: 1.63 times",
                guideSpeedup = 6.08 / 3.73,
                guideMeasured = true,
                effect = Effect.HELPS,
                variant = "oneArrayPerTask",
                atMost = 3),
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
        RandomGenerator random = SeededInputs.random();
        int count = megabytes * (MEGABYTE / Float.BYTES);
        originals = new float[ARRAYS][count];
        copies = new float[ARRAYS][count];
        for (float[] original : originals) {
            // Memory is as fast whatever it holds; random numbers throughout take long.
            float[] pattern = SeededInputs.uniform(random, PATTERN, 0, 1);
            for (int at = 0; at < count; at += PATTERN) {
                int length = Math.min(PATTERN, count - at);
                System.arraycopy(pattern, 0, original, at, length);
            }
        }
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
