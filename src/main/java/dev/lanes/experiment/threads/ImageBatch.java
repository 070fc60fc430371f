package dev.lanes.experiment.threads;

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
import dev.lanes.experiment.Photos;
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

/// A batch of photos made ready for a network, each photo by itself.
@Experiment(
        id = "image-batch",
        section = Section.THREADS,
        title = "A batch of images",
        question = "How much faster do several workers prepare a batch of images?",
        explanation = """
                Each photo, 320 x 240 pixels in three colours, is far more work than a \
                task costs. The ideal, W times with W workers, is out of reach: all \
                cores share the path to memory, lanes leave little arithmetic to hide \
                that, and clocks may drop when other cores are busy. One chunk per \
                worker waits for the slowest.""",
        claim = @Claim(
                text = "Independent images are prepared faster by several workers.",
                guideFigure = "with 4 workers, as an ideal",
                guideSpeedup = 4,
                effect = Effect.HELPS,
                variant = "oneTaskPerImage"),
        reasons = {
            @GuessReason(cause = Cause.CORES, text = "each core takes images of its own"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "all images come through the same memory"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing an image over costs more than preparing it"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ImageBatch {
    @Param("32")
    @Range(label = "Batch", unit = "images", min = 1, max = 128, scale = Scale.LOG2)
    public int images;

    private Photos photos;
    private float[][] prepared;

    @Setup
    public void fill() {
        photos = new Photos(SeededInputs.random(), images);
        prepared = new float[images][];
    }

    @Benchmark
    @Variant(label = "One after another", baseline = true, note = "One thread, no tasks.")
    public float[][] oneAfterAnother() {
        for (int image = 0; image < images; image++) {
            prepared[image] = photos.prepare(image);
        }
        return prepared;
    }

    @Benchmark
    @Variant(label = "One task per image",
            note = "A free worker takes the next image.")
    public float[][] oneTaskPerImage(Pooled pool) {
        // Pays: to work on an image takes far longer than to hand it over.
        pool.forEach(images, image -> prepared[image] = photos.prepare(image));
        return prepared;
    }

    @Benchmark
    @Variant(label = "One chunk per worker",
            note = "The images are divided evenly, once.")
    public float[][] chunkPerWorker(Pooled pool) {
        // Fewest tasks; but nobody can help a worker whose core is taken away.
        pool.forEachChunk(images, (from, to) -> {
            for (int image = from; image < to; image++) {
                prepared[image] = photos.prepare(image);
            }
        });
        return prepared;
    }
}
