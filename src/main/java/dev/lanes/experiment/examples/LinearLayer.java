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
import dev.lanes.experiment.RowPanels;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.SystemBlas;
import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.MatMul;
import dev.lanes.kernel.matmul.Panels;
import dev.lanes.kernel.matmul.TileRoom;
import dev.lanes.kernel.net.Bias;
import dev.lanes.kernel.net.VectorBias;
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

/// A linear layer over a batch: lanes first, then workers on top.
@Experiment(
        id = "linear-layer",
        section = Section.WORKED_EXAMPLES,
        title = "A linear layer",
        question = "How far do lanes and workers together speed up a linear layer?",
        explanation = """
                Lanes gain by far the most, and workers multiply that up to a limit: \
                the number of cores, or what memory delivers. A layer's weights stay \
                the same from batch to batch, so they are put into the order in which \
                the kernel reads them before the clock starts. The system BLAS \
                reorders them in every call.""",
        claim = @Claim(
                text = "A linear layer on whole arrays is far faster than its loops.",
                guideFigure = "gives no figure: loops against one expression",
                effect = Effect.HELPS,
                variant = "blocked",
                atLeast = 5),
        reasons = {
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction multiplies many numbers"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "memory cannot deliver the weights faster"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "it reads the weights in a better order"),
            @GuessReason(
                    cause = Cause.ARITHMETIC,
                    text = "the multipliers of a core are always busy")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LinearLayer {
    @Param("128")
    @Range(label = "Batch", unit = "samples", min = 1, max = 256, scale = Scale.LOG2)
    public int batch;

    @Param("1000")
    @Range(label = "Inputs", min = 1, max = 2000, scale = Scale.LOG10)
    public int inputs;

    @Param("500")
    @Range(label = "Outputs", min = 1, max = 1000, scale = Scale.LOG10)
    public int outputs;

    private float[] samples;
    private float[] weights;
    private float[] biases;
    private float[] packed;
    private float[] results;
    private TileRoom callersRoom;
    private RowPanels panels;

    /// A multiplication and an addition for every input of every output, and the bias;
    /// each matrix is read or written once.
    @UsefulWork
    public static Work work(long batch, long inputs, long outputs) {
        double results = (double) batch * outputs;
        double numbers = batch * inputs + inputs * outputs + outputs + results;
        return Work.once(2 * results * inputs + results, Float.BYTES * numbers);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        samples = SeededInputs.uniform(random, batch * inputs, -1, 1);
        weights = SeededInputs.uniform(random, inputs * outputs, -1, 1);
        biases = SeededInputs.uniform(random, outputs, -1, 1);
        packed = new float[Panels.length(inputs, outputs)];
        Panels.pack(weights, packed, inputs, outputs);
        results = new float[batch * outputs];
        callersRoom = new TileRoom();
        panels = new RowPanels(batch);
    }

    @Benchmark
    @Variant(label = "Triple loop", baseline = true, note = "One number at a time.")
    public float[] tripleLoop() {
        MatMul.byDotProducts(samples, weights, results, batch, inputs, outputs);
        Bias.add(results, biases, 0, batch);
        return results;
    }

    @Benchmark
    @Variant(label = "Vector API, blocked", note = "Lanes, and still one thread.")
    public float[] blocked() {
        layerOf(0, batch, callersRoom);
        return results;
    }

    @Benchmark
    @Variant(label = "Row panels", note = "Lanes, and a panel of samples per worker.")
    public float[] rowPanels(Pooled pool) {
        panels.share(pool, this::layerOf);
        return results;
    }

    @Benchmark
    @Variant(label = "System BLAS", needsBlas = true,
            note = "OpenBLAS on one thread, weights not packed ahead; then the biases.")
    public float[] systemBlas(SystemBlas blas) {
        blas.multiply(samples, weights, results, batch, inputs, outputs);
        // The library's product adds none, so its sums are read and written once more.
        Bias.add(results, biases, 0, batch);
        return results;
    }

    /// The layer's outputs for the samples `from` (included) to `to` (excluded).
    private void layerOf(int from, int to, TileRoom room) {
        BlockedMatMul.multiplyRows(
                samples, packed, results, room, from, to, inputs, outputs);
        // While the sums are still in a cache near this core.
        VectorBias.add(results, biases, from, to);
    }
}
