package dev.lanes.experiment.model;

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
import dev.lanes.kernel.net.DenseBatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A batch of images through one network, whole or in chunks: the model is the same
/// for every worker, the data is not.
@Experiment(
        id = "data-parallel",
        section = Section.DATA_OR_MODEL,
        title = "Same model, different data",
        question = "How much sooner is a batch done when each worker takes some images?",
        explanation = """
                No image needs another, so a batch can be cut anywhere; workers read \
                one copy of the weights and write scores to rows of their own. A batch \
                of 64 in chunks of 16 is four tasks: a fifth worker has nothing to do, \
                and three finish no sooner than two. One chunk per worker divides \
                evenly.""",
        claim = @Claim(
                text = "A batch is done sooner if several workers take chunks of it.",
                guideFigure = "gives no figure; good scaling",
                effect = Effect.HELPS,
                variant = "chunksOf16"),
        reasons = {
            @GuessReason(cause = Cause.CORES, text = "each core takes images of its own"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores or chunks"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing a chunk over costs more than its images"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "all cores read the weights from one memory")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DataParallel {
    private static final int CHUNK = 16;

    @Param("64")
    @Range(label = "Batch", unit = "images", min = 16, max = 4096, scale = Scale.LOG2)
    public int images;

    private DenseBatch batch;

    /// All images through four layers.
    @UsefulWork
    public static Work work(long images) {
        return FourLayers.work(images);
    }

    @Setup
    public void fill() {
        batch = FourLayers.batch(images);
    }

    @Benchmark
    @Variant(label = "Whole batch", baseline = true,
            note = "One thread, one matrix product per layer.")
    public float[] wholeBatch() {
        batch.forward(0, images);
        return batch.scores();
    }

    @Benchmark
    @Variant(label = "Chunks of 16", note = "As many tasks as the batch has chunks.")
    public float[] chunksOf16(Pooled pool) {
        pool.forEach(Math.ceilDiv(images, CHUNK), chunk -> {
            int from = chunk * CHUNK;
            batch.forward(from, Math.min(from + CHUNK, images));
        });
        return batch.scores();
    }

    @Benchmark
    @Variant(label = "One chunk per worker", note = "As many tasks as workers.")
    public float[] chunkPerWorker(Pooled pool) {
        // Even shares: no worker is left over, and each is handed over only once.
        pool.forEachChunk(images, batch::forward);
        return batch.scores();
    }
}
