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
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.DenseNet;
import dev.lanes.pool.WorkerPool;
import java.util.concurrent.Future;
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

/// Three layers handed to the pool all at once, which looks parallel and is not: each
/// waits for the one before.
@Experiment(
        id = "blocked-futures",
        section = Section.MISTAKES,
        title = "Futures that wait for each other",
        question = "What is gained by submitting all layers at once?",
        explanation = """
                Each task but the first occupies a worker and waits there until the \
                task before it is done, so the layers still run one after the other, \
                with hand-overs on top. It can be worse than slow: submitted in \
                reverse order, one thread would wait for ever on the last layer. \
                Virtual threads would not hang, but wait as long.""",
        claim = @Claim(
                text = "Tasks that wait for each other's results are slower than calls.",
                guideFigure = "gives no figure: waits anyway",
                effect = Effect.HURTS,
                variant = "futuresThatWait"),
        reasons = {
            @GuessReason(cause = Cause.LOCK, text = "tasks wait for each other"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing a layer over costs more than computing it"),
            @GuessReason(
                    cause = Cause.CORES,
                    text = "layers run on several cores at once"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more tasks than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlockedFutures {
    @Param("1")
    @Range(label = "Batch", unit = "samples", min = 1, max = 256, scale = Scale.LOG2)
    public int samples;

    private DenseNet network;
    private float[][][] activations;
    private float[][] scores;

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        network = new DenseNet(random, 784, 128, 64, 10);
        activations = new float[samples][][];
        scores = new float[samples][];
        for (int sample = 0; sample < samples; sample++) {
            float[] image = SeededInputs.uniform(random, 784, 0, 1);
            activations[sample] = network.activationsFor(image);
            scores[sample] = activations[sample][network.layers()];
        }
    }

    @Benchmark
    @Variant(label = "Straight", baseline = true, note = "One layer after the other.")
    public float[][] straight() {
        for (int layer = 0; layer < network.layers(); layer++) {
            runLayer(layer);
        }
        return scores;
    }

    @Benchmark
    @Variant(label = "Futures that wait", note = "Three tasks at once, two of them idle.")
    public float[][] futuresThatWait(Pooled pool) {
        Future<?> first = pool.submit(() -> runLayer(0));
        Future<?> second = pool.submit(() -> {
            // Wrong: takes a worker, and then stands still on it.
            WorkerPool.waitFor(first);
            runLayer(1);
        });
        Future<?> third = pool.submit(() -> {
            WorkerPool.waitFor(second);
            runLayer(2);
        });
        WorkerPool.waitFor(third);
        return scores;
    }

    /// Takes all samples through one layer.
    private void runLayer(int layer) {
        for (int sample = 0; sample < samples; sample++) {
            network.layer(layer, activations[sample]);
        }
    }
}
