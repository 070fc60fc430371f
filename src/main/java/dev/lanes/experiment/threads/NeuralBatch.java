package dev.lanes.experiment.threads;

import dev.lanes.experiment.DenseWork;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.DenseNet;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Asks;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.UsefulWork;
import dev.lanes.lab.Variant;
import dev.lanes.lab.Work;
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
                A pass takes one image of 784 pixels through layers of 128, 64 and 10 \
                outputs, some 218,000 floating-point operations. The vector unit is \
                through with them in less than ten microseconds, and it costs nearly \
                as much to hand a task to another thread and to wait for it. One task \
                per pass pays that cost for every pass; one chunk per worker pays it \
                once per worker, and may gain a little where there are cores to run \
                the chunks. Workers beyond the number of cores do not help: they only \
                take turns.

                The guide saw no gain at all, from two workers or from eight. In \
                Python only one thread at a time may run the interpreter, which leaves \
                little to share out in work this small. Java has no such lock: what \
                you see here is the cost of the tasks alone, so a gain that the guide \
                did not find is a fair result. Larger batches give chunks a better \
                chance.""",
        claim = @Claim(
                text = "Forward passes this small gain nothing from more workers.",
                guideFigure =
                        "49.68 ms alone; 50.07, 50.08, 50.20 ms with 2, 4, 8 workers",
                guideSpeedup = 0.99,
                guideMeasured = true,
                effect = Effect.NO_GAIN,
                variant = "oneTaskPerPass",
                asks = Asks.FASTER),
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NeuralBatch {
    @Param("32")
    @Range(label = "Batch", unit = "passes", min = 1, max = 1024, scale = Scale.LOG2)
    public int passes;

    private DenseNet network;
    private float[][][] activations;
    private float[][] scores;

    /// All samples through three layers.
    @UsefulWork
    public static Work work(long passes) {
        return DenseWork.forward(passes, 784, 128, 64, 10);
    }

    /// One pass after another reads all the weights each time.
    @UsefulWork(variants = {"sequential", "oneTaskPerPass", "chunkPerWorker"})
    public static Work workPassByPass(long passes) {
        return DenseWork.oneByOne(passes, 784, 128, 64, 10);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        network = new DenseNet(random, 784, 128, 64, 10);
        activations = new float[passes][][];
        scores = new float[passes][];
        for (int pass = 0; pass < passes; pass++) {
            float[] image = SeededInputs.uniform(random, 784, 0, 1);
            activations[pass] = network.activationsFor(image);
        }
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
