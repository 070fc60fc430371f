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

/// One sample through four layers, none of which can begin before the one below has
/// ended.
@Experiment(
        id = "layer-chain",
        section = Section.THREADS,
        title = "A chain of layers",
        question = "Do the layers of a network go faster when each becomes a task?",
        explanation = """
                There is never more than one layer to run, so every worker but one is \
                idle. A task adds the way to another thread and back: a queue, a \
                worker to wake, a caller to wake, once per layer. Nothing else runs \
                meanwhile, so all of that price counts, and the layer's inputs may \
                move to another core.""",
        claim = @Claim(
                text = "Layers that depend on each other are slower as tasks.",
                guideFigure = "gives no figure: nothing to run in parallel",
                effect = Effect.HURTS,
                variant = "futurePerLayer",
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing a layer over costs more than computing it"),
            @GuessReason(
                    cause = Cause.LOCK,
                    text = "each layer waits for the one before"),
            @GuessReason(
                    cause = Cause.CORES,
                    text = "layers run on several cores at once"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more layers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LayerChain {
    @Param("128")
    @Range(label = "Width of the inner layers", min = 16, max = 1024, scale = Scale.LOG2)
    public int width;

    private DenseNet network;
    private float[][] activations;

    /// One sample through four layers.
    @UsefulWork
    public static Work work(long width) {
        return DenseWork.forward(1, 784, width, width, width, 10);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        network = new DenseNet(random, 784, width, width, width, 10);
        activations = network.activationsFor(SeededInputs.uniform(random, 784, 0, 1));
    }

    @Benchmark
    @Variant(label = "Straight calls", baseline = true, note = "One thread, no tasks.")
    public float[] straightCalls() {
        return network.forward(activations);
    }

    @Benchmark
    @Variant(label = "A future per layer", note = "Four tasks, one at a time.")
    public float[] futurePerLayer(Pooled pool) {
        for (int each = 0; each < network.layers(); each++) {
            int layer = each;
            Future<?> outputs = pool.submit(() -> network.layer(layer, activations));
            // Slow: nothing else could run meanwhile, so this only adds the waiting.
            WorkerPool.waitFor(outputs);
        }
        return activations[network.layers()];
    }
}
