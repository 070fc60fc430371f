package dev.lanes.experiment.model;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Reported;
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

/// A network cut in two stages, each with a worker of its own, and a batch that goes
/// through them in pieces.
@Experiment(
        id = "model-parallel",
        section = Section.DATA_OR_MODEL,
        title = "Different layers on different workers",
        question = "What does a second worker gain when each has some of the layers?",
        explanation = """
                The first layer has 83 % of the multiplications, so a cut right after \
                it leaves the second stage mostly idle; cut in the middle, as the \
                guide draws it, the first stage has 96 %. The figures beside the check \
                show how long each stage was idle (median over many calls). A single \
                worker runs the stages in turn.""",
        claim = @Claim(
                text = "Two stages on two workers finish a batch sooner than one worker.",
                guideFigure = "gives no figure: pipeline bubbles",
                effect = Effect.HELPS,
                variant = "twoStagePipeline",
                workers = 2),
        reasons = {
            @GuessReason(cause = Cause.LOCK, text = "one stage waits for the other"),
            @GuessReason(cause = Cause.CORES, text = "two stages run at the same time"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "passing images on costs more than a stage"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "each worker has its layers in its own cache")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {2})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelParallel {
    private static final int LAYERS = 4;
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int ROOM_BETWEEN_STAGES = 2;

    @Param("8")
    @Range(label = "Micro-batches", min = 1, max = 32, scale = Scale.LOG2)
    public int microBatches;

    @Param("1")
    @Range(label = "Layers in the first stage", min = 1, max = LAYERS - 1)
    public int cut;

    @Param("64")
    @Range(label = "Batch", unit = "images", min = 16, max = 4096, scale = Scale.LOG2)
    public int images;

    private DenseBatch batch;
    private final StageClock clock = new StageClock();

    /// All images through four layers, however they are cut.
    @UsefulWork
    public static Work work(long microBatches, long cut, long images) {
        return FourLayers.work(images);
    }

    @Setup
    public void fill() {
        batch = FourLayers.batch(images);
    }

    @Benchmark
    @Variant(label = "One worker, all layers", baseline = true,
            note = "No worker waits for another.")
    public float[] oneWorker() {
        batch.forward(0, images);
        return batch.scores();
    }

    @Benchmark
    @Variant(label = "Two-stage pipeline",
            note = "Each worker has its layers; micro-batches pass between them.")
    public float[] twoStagePipeline(Pooled pool) {
        // A lone worker ends one stage before it begins the other: all must fit between.
        int room = pool.workers < 2 ? microBatches : ROOM_BETWEEN_STAGES;
        Conveyor between = new Conveyor(room);
        clock.run(() -> pool.forEach(2, stage -> {
            if (stage == FIRST) {
                firstStage(between);
            } else {
                secondStage(between);
            }
        }));
        return batch.scores();
    }

    @Benchmark
    @Variant(label = "Data parallel",
            note = "Each worker has all layers and half of the images.")
    public float[] dataParallel(Pooled pool) {
        pool.forEachChunk(images, batch::forward);
        return batch.scores();
    }

    private void firstStage(Conveyor between) {
        for (int number = 0; number < microBatches; number++) {
            int micro = number;
            clock.work(FIRST, () ->
                    batch.forward(0, cut, firstRow(micro), firstRow(micro + 1)));
            // Waits here while the second stage is too far behind.
            between.put(micro);
        }
    }

    private void secondStage(Conveyor between) {
        for (int done = 0; done < microBatches; done++) {
            // Waits here while the first stage has nothing ready: the bubble.
            int micro = between.take();
            clock.work(SECOND, () ->
                    batch.forward(cut, LAYERS, firstRow(micro), firstRow(micro + 1)));
        }
    }

    private int firstRow(int micro) {
        return images * micro / microBatches;
    }

    @Reported(label = "First stage idle", unit = "%")
    public double firstStageIdle() {
        return clock.idlePercent(FIRST);
    }

    @Reported(label = "Second stage idle", unit = "%")
    public double secondStageIdle() {
        return clock.idlePercent(SECOND);
    }

    /// What each of two equal stages would be idle: (p - 1) / (m + p - 1) with p stages
    /// and m micro-batches (Huang et al. 2019, "GPipe", section 2.3).
    @Reported(label = "Ideal, were the stages equal", unit = "%")
    public double idealIdle() {
        return clock.hasRun() ? 100.0 / (microBatches + 1) : Double.NaN;
    }
}
