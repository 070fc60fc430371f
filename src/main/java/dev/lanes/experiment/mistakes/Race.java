package dev.lanes.experiment.mistakes;

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
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SumsPerWorker;
import dev.lanes.kernel.matmul.OuterProduct;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Gradients of many samples, added up in one array by workers that may not know of
/// each other.
///
/// Every pixel and every error is 1, so each update adds exactly 1 and what the sums
/// lack at the end is the number of updates lost.
@Experiment(
        id = "race",
        section = Section.MISTAKES,
        title = "Race on a gradient",
        question =
                "What happens to a gradient if several workers add to it without a lock?",
        explanation = """
                When a second core reads a number before the first has written it \
                back, the later write wipes out the earlier: an update is lost without \
                an error. Every update adds exactly 1, so missing ones can be counted. \
                Their number differs from call to call; one worker loses none. \
                Neighbouring samples run in opposite directions, so that workers meet.""",
        claim = @Claim(
                text = "Workers that share a gradient without a lock get wrong sums.",
                guideFigure = "gives no figure; unpredictable results",
                effect = Effect.HURTS,
                variant = "unsafe"),
        reasons = {
            @GuessReason(cause = Cause.WRONG, text = "updates get lost"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for each other"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "cache lines travel between the cores"),
            @GuessReason(cause = Cause.CORES, text = "each core adds its samples")
        },
        check = @Check(Agreement.COUNT),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Race {
    private static final int PIXELS = 784;
    private static final int OUTPUTS = 128;

    @Param("64")
    @Range(label = "Batch", unit = "samples", min = 8, max = 512, scale = Scale.LOG2)
    public int samples;

    private float[][] images;
    private float[][] errors;
    private float[] gradient;
    private SumsPerWorker sumsPerWorker;
    private final Object lock = new Object();

    @Setup
    public void fill() {
        images = new float[samples][PIXELS];
        errors = new float[samples][OUTPUTS];
        for (int sample = 0; sample < samples; sample++) {
            Arrays.fill(images[sample], 1);
            Arrays.fill(errors[sample], 1);
        }
        gradient = new float[PIXELS * OUTPUTS];
        sumsPerWorker = new SumsPerWorker(PIXELS * OUTPUTS);
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true,
            note = "One thread: no race.")
    public float[] sequential() {
        Arrays.fill(gradient, 0);
        for (int sample = 0; sample < samples; sample++) {
            addGradient(sample, gradient);
        }
        return gradient;
    }

    @Benchmark
    @Variant(label = "Unsafe +=", note = "Wrong: workers overwrite each other.")
    public float[] unsafe(Pooled pool) {
        Arrays.fill(gradient, 0);
        // Wrong: two workers may read the same old sum, and one of the updates is lost.
        pool.forEach(samples, sample -> addGradient(sample, gradient));
        return gradient;
    }

    @Benchmark
    @Variant(label = "One lock", note = "Right, and one at a time.")
    public float[] oneLock(Pooled pool) {
        Arrays.fill(gradient, 0);
        pool.forEach(samples, sample -> {
            // Right but slow: whoever has the lock works, the others wait.
            synchronized (lock) {
                addGradient(sample, gradient);
            }
        });
        return gradient;
    }

    @Benchmark
    @Variant(label = "Sums per worker", note = "Right, and nobody waits.")
    public float[] sumsPerWorker(Pooled pool) {
        sumsPerWorker.addUp(pool, samples, this::addGradient, gradient);
        return gradient;
    }

    /// Adds the gradient of one sample, the product of its pixels and its errors, to
    /// `sums`.
    private void addGradient(int sample, float[] sums) {
        for (int step = 0; step < PIXELS; step++) {
            // Opposite directions for neighbours, or workers might never meet.
            int pixel = sample % 2 == 0 ? step : PIXELS - 1 - step;
            OuterProduct.addRows(
                    images[sample], errors[sample], sums, pixel, pixel + 1);
        }
    }
}
