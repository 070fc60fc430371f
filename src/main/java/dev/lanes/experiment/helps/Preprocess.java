package dev.lanes.experiment.helps;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Asks;
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
import dev.lanes.experiment.Photos;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.image.VectorNoise;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Photos made ready for training, with noise that is random and yet the same in any
/// order.
@Experiment(
        id = "preprocess",
        section = Section.HELPS_OR_HURTS,
        title = "Preprocessing with noise",
        question = "Can many threads add random noise and still make the same images?",
        explanation = """
                If all photos shared one random generator, a photo's noise would \
                depend on which thread asked first, and a lock would only make the \
                threads wait as well. Here a pixel's noise is computed from the \
                photo's number and the pixel's place, so every order and every number \
                of workers gives the same pixels to the last bit.""",
        claim = @Claim(
                text = "Preparing independent images is work that threads are good at.",
                guideFigure = "gives no figure; images that are independent",
                effect = Effect.HELPS,
                variant = "oneTaskPerImage",
                asks = Asks.SAME_OUTPUT),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each core prepares images of its own"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "all images come through the same memory"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for random numbers"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Preprocess {
    private static final float NOISE = 0.1f;

    @Param("100")
    @Range(label = "Photos", min = 1, max = 128, scale = Scale.LOG2)
    public int images;

    private Photos photos;
    private float[][] augmented;

    @Setup
    public void fill() {
        photos = new Photos(SeededInputs.random(), images);
        augmented = new float[images][];
    }

    @Benchmark
    @Variant(label = "One after another", baseline = true, note = "One thread, no tasks.")
    public float[][] oneAfterAnother() {
        for (int image = 0; image < images; image++) {
            augmented[image] = augment(image);
        }
        return augmented;
    }

    @Benchmark
    @Variant(label = "One task per image",
            note = "A free worker takes the next image.")
    public float[][] oneTaskPerImage(Pooled pool) {
        pool.forEach(images, image -> augmented[image] = augment(image));
        return augmented;
    }

    @Benchmark
    @Variant(label = "One chunk per worker",
            note = "The images are divided evenly, once.")
    public float[][] chunkPerWorker(Pooled pool) {
        pool.forEachChunk(images, (from, to) -> {
            for (int image = from; image < to; image++) {
                augmented[image] = augment(image);
            }
        });
        return augmented;
    }

    private float[] augment(int image) {
        float[] pixels = photos.prepare(image);
        // Seeded by the image's number: no generator that workers would have to share.
        VectorNoise.add(pixels, image, NOISE);
        return pixels;
    }
}
