package dev.lanes.experiment.threads;

import dev.lanes.experiment.Photos;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;
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
                Each photo, 320 x 240 pixels in three colours, is resized to 224 x 224 \
                and its colours are centred on zero. No photo needs anything of \
                another, and each keeps a core busy for much longer than a task costs. \
                That is as good as it gets for threads: ideally, W workers take one \
                W-th of the time, as long as there is a core for each. A batch that \
                does not divide evenly leaves some workers idle at the end, and a \
                worker that has to share its core takes longer; many tasks smooth that \
                out better than one large chunk per worker.

                The ideal stays out of reach for another reason as well. The pixels \
                come from memory and go back there, all cores use the same memory, and \
                the vector unit makes the arithmetic in between short.

                In the guide's Python, threads gain here because NumPy lets go of the \
                interpreter lock while it works on a whole array. In Java there is no \
                such lock, and plain loops would gain in the same way.""",
        claim = @Claim(
                text = "Independent images are prepared faster by several workers.",
                guideFigure = "4 times faster with 4 workers, as an ideal",
                guideSpeedup = 4,
                effect = Effect.HELPS,
                variant = "oneTaskPerImage"),
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
            note = "Whoever is free takes the next image.")
    public float[][] oneTaskPerImage(Pooled pool) {
        // Pays: to work on an image takes far longer than to hand it over.
        pool.forEach(images, image -> prepared[image] = photos.prepare(image));
        return prepared;
    }

    @Benchmark
    @Variant(label = "One chunk per worker", note = "Shared out once, evenly.")
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
