package dev.lanes.experiment.threads;

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
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.DenseWork;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.DenseBatch;
import dev.lanes.kernel.net.DenseNet;
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

/// A batch of samples through a small network, each sample by itself.
@Experiment(
        id = "neural-batch",
        section = Section.THREADS,
        title = "A batch through a small network",
        question = "Does it pay to share out the forward passes of a small network?",
        explanation = """
                A single pass reads each of its 109,000 weights for one \
                multiplication. A batch as one matrix product uses a weight for \
                several samples while it is in a register: compare that with any \
                number of workers. One task per pass pays for a hand-over for every \
                pass, a chunk once per worker.""",
        claim = @Claim(
                text = "Forward passes this small gain nothing from more workers.",
                guideFigure =
                        "49.68 ms alone; 50.07, 50.08, 50.20 ms with 2, 4, 8 workers",
                guideSpeedup = 0.99,
                guideMeasured = true,
                effect = Effect.NO_GAIN,
                variant = "oneTaskPerPass",
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing a pass over costs as much as the pass"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores"),
            @GuessReason(cause = Cause.CORES, text = "each core takes passes of its own"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "all cores read the weights from one memory")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NeuralBatch {
    private static final int PIXELS = 784;
    private static final int SCORES = 10;

    @Param("32")
    @Range(label = "Batch", unit = "passes", min = 1, max = 1024, scale = Scale.LOG2)
    public int passes;

    private DenseNet network;
    private float[][][] activations;
    private float[][] scores;
    private DenseBatch batch;
    private float[][] batchScores;

    /// All samples through three layers.
    @UsefulWork
    public static Work work(long passes) {
        return DenseWork.forward(passes, PIXELS, 128, 64, SCORES);
    }

    /// One pass after another reads all the weights each time.
    @UsefulWork(variants = {"sequential", "oneTaskPerPass", "chunkPerWorker"})
    public static Work workPassByPass(long passes) {
        return DenseWork.oneByOne(passes, 784, 128, 64, 10);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        network = new DenseNet(random, PIXELS, 128, 64, SCORES);
        activations = new float[passes][][];
        scores = new float[passes][];
        float[] images = new float[passes * PIXELS];
        for (int pass = 0; pass < passes; pass++) {
            float[] image = SeededInputs.uniform(random, PIXELS, 0, 1);
            activations[pass] = network.activationsFor(image);
            System.arraycopy(image, 0, images, pass * PIXELS, PIXELS);
        }
        batch = new DenseBatch(network, images, passes);
        batchScores = new float[passes][SCORES];
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One pass after another.")
    public float[][] sequential() {
        for (int pass = 0; pass < passes; pass++) {
            scores[pass] = network.forward(activations[pass]);
        }
        return scores;
    }

    @Benchmark
    @Variant(label = "One product per layer",
            note = "The whole batch as a matrix, on one thread; packed weights.")
    public float[][] wholeBatch() {
        // First: a weight once loaded serves several samples, and nobody hands over.
        batch.forward(0, passes);
        for (int pass = 0; pass < passes; pass++) {
            System.arraycopy(
                    batch.scores(), pass * SCORES, batchScores[pass], 0, SCORES);
        }
        return batchScores;
    }

    @Benchmark
    @Variant(label = "One task per pass", note = "As many tasks as passes.")
    public float[][] oneTaskPerPass(Pooled pool) {
        // Costly: handing over a pass can take as long as the pass itself.
        pool.forEach(passes, pass -> scores[pass] = network.forward(activations[pass]));
        return scores;
    }

    @Benchmark
    @Variant(label = "One chunk per worker", note = "As many tasks as workers.")
    public float[][] chunkPerWorker(Pooled pool) {
        // Cheaper: one task hands over many passes.
        pool.forEachChunk(passes, (from, to) -> {
            for (int pass = from; pass < to; pass++) {
                scores[pass] = network.forward(activations[pass]);
            }
        });
        return scores;
    }
}
