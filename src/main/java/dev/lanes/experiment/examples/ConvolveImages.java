package dev.lanes.experiment.examples;

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
import dev.lanes.kernel.image.Convolution;
import dev.lanes.kernel.image.VectorConvolution;
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

/// A few small images, filtered again and again: two ways to be faster, side by side.
@Experiment(
        id = "convolve-images",
        section = Section.WORKED_EXAMPLES,
        title = "Filtered images",
        question = "What gains more on a handful of images: lanes or threads?",
        explanation = """
                The rounds of an image depend on each other, so a task is a whole \
                image. Tasks run the same code as the baseline, so all they gain comes \
                from threads: at most the number of cores, or of images. The Vector \
                API runs on one thread and gains at most what a register holds. Both \
                handle the ends separately.""",
        claim = @Claim(
                text = "Images that each need many steps gain from a task per image.",
                guideFigure = "gives no figure: the good example",
                effect = Effect.HELPS,
                variant = "oneTaskPerImage"),
        reasons = {
            @GuessReason(cause = Cause.CORES, text = "each image has a core to itself"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing an image over costs more than filtering it"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "all images come through the same memory")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConvolveImages {
    private static final int ROUNDS = 10;
    private static final int TAPS = 5;
    /// The rectifier: nothing is darker.
    private static final float NO_LIGHT = 0;

    @Param("8")
    @Range(label = "Batch", unit = "images", min = 1, max = 64, scale = Scale.LOG2)
    public int images;

    @Param("64")
    @Range(label = "Rows and columns", min = 8, max = 512, scale = Scale.LOG2)
    public int side;

    private float[][] originals;
    private float[][] taps;
    private float[][][] rooms;
    private float[][] filtered;

    /// In every round of every pixel: a multiplication and an addition for each tap, and
    /// the rectifier's comparison. An image is read once and written once; between
    /// rounds it goes to and fro between two rooms.
    @UsefulWork
    public static Work work(long images, long side) {
        double pixels = (double) images * side * side;
        double operations = ROUNDS * (2 * TAPS + 1) * pixels;
        return new Work(operations, 8 * pixels, 12 * pixels);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        originals = new float[images][];
        for (int image = 0; image < images; image++) {
            originals[image] = SeededInputs.uniform(random, side * side, -1, 1);
        }
        taps = new float[ROUNDS][];
        for (int round = 0; round < ROUNDS; round++) {
            taps[round] = tapsThatKeepTheBrightness(random);
        }
        rooms = new float[images][2][side * side];
        filtered = new float[images][];
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "Pixel by pixel.")
    public float[][] sequential() {
        for (int image = 0; image < images; image++) {
            filtered[image] = filter(image);
        }
        return filtered;
    }

    @Benchmark
    @Variant(label = "Sequential, Vector API",
            note = "One thread, a register full of pixels at a time.")
    public float[][] sequentialVector() {
        for (int image = 0; image < images; image++) {
            filtered[image] = filterVector(image);
        }
        return filtered;
    }

    @Benchmark
    @Variant(label = "One task per image",
            note = "Pixel by pixel again, as many images at once as there are workers.")
    public float[][] oneTaskPerImage(Pooled pool) {
        pool.forEach(images, image -> filtered[image] = filter(image));
        return filtered;
    }

    /// Five random weights that add up to 1, so that images neither fade nor glare.
    private static float[] tapsThatKeepTheBrightness(RandomGenerator random) {
        float[] weights = SeededInputs.uniform(random, TAPS, -0.2f, 0.4f);
        float sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        weights[TAPS / 2] += 1 - sum;
        return weights;
    }

    private float[] filter(int image) {
        float[] pixels = originals[image];
        for (int round = 0; round < ROUNDS; round++) {
            // Two rooms take turns: a filter cannot write where it still reads.
            float[] next = rooms[image][round % 2];
            Convolution.same(pixels, taps[round], NO_LIGHT, next);
            pixels = next;
        }
        return pixels;
    }

    private float[] filterVector(int image) {
        float[] pixels = originals[image];
        for (int round = 0; round < ROUNDS; round++) {
            float[] next = rooms[image][round % 2];
            VectorConvolution.same(pixels, taps[round], NO_LIGHT, next);
            pixels = next;
        }
        return pixels;
    }
}
