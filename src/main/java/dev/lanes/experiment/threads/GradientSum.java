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
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.SumsPerWorker;
import dev.lanes.kernel.layout.VectorTranspose;
import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.TileRoom;
import dev.lanes.kernel.matmul.VectorOuterProduct;
import java.util.Arrays;
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

/// The gradient of a layer over a batch, added up by workers in three safe ways, and as
/// one product.
@Experiment(
        id = "gradient-sum",
        section = Section.THREADS,
        title = "A gradient from many workers",
        question = "Which way of adding up gradients lets many workers help?",
        explanation = """
                With locks, one or sixteen, the 401 KB of the gradient go from core to \
                core: each sample's worker writes all of it, so its cache lines travel \
                even if no worker waits. Private sums stay where they are and are \
                merged once. The product of all inputs and all errors adds up in \
                registers instead, on a single thread.""",
        claim = @Claim(
                text = "Private sums, merged once, let many workers help.",
                guideFigure = "gives no figure; one lock around the sum",
                effect = Effect.HELPS,
                variant = "mergedOnce"),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each core adds up samples of its own"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for a lock"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "the sums are too large for the caches"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GradientSum {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 128;
    private static final int STRIPES = 16;
    private static final int STRIPE_ROWS = INPUTS / STRIPES;

    @Param("64")
    @Range(label = "Batch", unit = "samples", min = 8, max = 512, scale = Scale.LOG2)
    public int samples;

    private float[][] inputs;
    private float[][] errors;
    private float[] allInputs;
    private float[] allErrors;
    private float[] inputColumns;
    private float[] block;
    private TileRoom room;
    private float[] gradient;
    private SumsPerWorker sumsPerWorker;
    private final Object lock = new Object();
    private final Object[] stripeLocks = new Object[STRIPES];

    /// A multiplication and an addition for every weight and sample. Samples and their
    /// errors are read once, and the gradient, one for all, is written once.
    @UsefulWork
    public static Work work(long samples) {
        double weights = (double) INPUTS * OUTPUTS;
        double numbers = samples * (INPUTS + OUTPUTS) + weights;
        return Work.once(2 * samples * weights, Float.BYTES * numbers);
    }

    /// Adding sample by sample reads and writes the whole gradient each time.
    @UsefulWork(variants = {"sequential", "oneLock", "stripedLocks", "mergedOnce"})
    public static Work workSampleBySample(long samples) {
        Work once = work(samples);
        double sums = 2.0 * samples * INPUTS * OUTPUTS * Float.BYTES;
        return new Work(once.flops(), sums, once.footprint());
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        inputs = new float[samples][];
        errors = new float[samples][];
        allInputs = new float[samples * INPUTS];
        allErrors = new float[samples * OUTPUTS];
        for (int sample = 0; sample < samples; sample++) {
            inputs[sample] = SeededInputs.uniform(random, INPUTS, 0, 1);
            errors[sample] = SeededInputs.uniform(random, OUTPUTS, -1, 1);
            System.arraycopy(inputs[sample], 0, allInputs, sample * INPUTS, INPUTS);
            System.arraycopy(errors[sample], 0, allErrors, sample * OUTPUTS, OUTPUTS);
        }
        inputColumns = new float[samples * INPUTS];
        block = new float[BlockedMatMul.PACKED_BLOCK];
        room = new TileRoom();
        gradient = new float[INPUTS * OUTPUTS];
        sumsPerWorker = new SumsPerWorker(INPUTS * OUTPUTS);
        Arrays.setAll(stripeLocks, stripe -> new Object());
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One sample after another.")
    public float[] sequential() {
        Arrays.fill(gradient, 0);
        for (int sample = 0; sample < samples; sample++) {
            addGradient(sample, gradient);
        }
        return gradient;
    }

    @Benchmark
    @Variant(label = "One product",
            note = "All inputs, transposed, times all errors, on one thread.")
    public float[] oneProduct() {
        // Each number of the gradient is added up in a register and written once.
        VectorTranspose.bySquares(allInputs, inputColumns, samples, INPUTS);
        BlockedMatMul.multiply(inputColumns, allErrors, gradient,
                block, room, INPUTS, samples, OUTPUTS);
        return gradient;
    }

    @Benchmark
    @Variant(label = "One lock",
            note = "The worker that holds it has the whole gradient.")
    public float[] oneLock(Pooled pool) {
        Arrays.fill(gradient, 0);
        pool.forEach(samples, sample -> {
            // Slow: all of a task's work is done while the others wait.
            synchronized (lock) {
                addGradient(sample, gradient);
            }
        });
        return gradient;
    }

    @Benchmark
    @Variant(label = "Striped locks", note = "Sixteen locks, each for a sixteenth.")
    public float[] stripedLocks(Pooled pool) {
        Arrays.fill(gradient, 0);
        pool.forEach(samples, sample -> {
            for (int step = 0; step < STRIPES; step++) {
                // Neighbours begin at different stripes; cache lines still travel.
                addStripe(sample, (sample + step) % STRIPES);
            }
        });
        return gradient;
    }

    @Benchmark
    @Variant(label = "Sums per worker, merged once", note = "Nobody waits for a lock.")
    public float[] mergedOnce(Pooled pool) {
        sumsPerWorker.addUp(pool, samples, this::addGradient, gradient);
        return gradient;
    }

    private void addStripe(int sample, int stripe) {
        int from = stripe * STRIPE_ROWS;
        int to = from + STRIPE_ROWS;
        synchronized (stripeLocks[stripe]) {
            VectorOuterProduct.addRows(
                    inputs[sample], errors[sample], gradient, from, to);
        }
    }

    private void addGradient(int sample, float[] sums) {
        VectorOuterProduct.add(inputs[sample], errors[sample], sums);
    }
}
