package dev.lanes.experiment.vectorisation;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.BoxedLists;
import dev.lanes.experiment.BoxedMatMul;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.SystemBlas;
import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.MatMul;
import dev.lanes.kernel.matmul.TileRoom;
import dev.lanes.kernel.matmul.VectorMatMul;
import java.util.Arrays;
import java.util.List;
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

/// A batch of images times the weights of a layer, on one thread, in several ways.
@Experiment(
        id = "matmul",
        section = Section.VECTORISATION,
        title = "Matrix product",
        question = "How much faster is a matrix product when lanes do the work?",
        explanation = """
                Three factors: compiling the lists removes the interpreter, arrays \
                remove the objects, and the rest is order, lanes and registers. The \
                triple loop waits for every addition; the reordered one does not, but \
                the JIT of JDK 25 does not vectorise it, as its arrays might overlap. \
                Blocking keeps sixteen registers of sums busy, or eight.""",
        claim = @Claim(
                text = "A vectorised matrix product is far faster than a triple loop.",
                guideFigure = "3,638 ms as loops, 0.12 ms vectorised",
                guideSpeedup = 31_539,
                guideMeasured = true,
                effect = Effect.HELPS,
                variant = "blockedAndPacked",
                atLeast = 5,
                compiled = "listsCompiled",
                steps = {
                    "listsInterpreted", "listsCompiled", "tripleLoop", "vectorApi",
                    "blockedAndPacked"
                }),
        reasons = {
            @GuessReason(
                    cause = Cause.COMPILER,
                    text = "the code is compiled and not interpreted"),
            @GuessReason(cause = Cause.OBJECTS, text = "arrays hold no objects"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction multiplies many numbers"),
            @GuessReason(
                    cause = Cause.ARITHMETIC,
                    text = "the multipliers of a core are always busy")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MatrixProduct {
    @Param("64")
    @Range(label = "Batch", unit = "images", min = 1, max = 256, scale = Scale.LOG2)
    public int batch;

    @Param("784")
    @Range(label = "Inputs", unit = "pixels", min = 1, max = 1024, scale = Scale.LOG2)
    public int inputs;

    @Param("128")
    @Range(label = "Outputs", min = 1, max = 512, scale = Scale.LOG2)
    public int outputs;

    private List<List<Float>> imageRows;
    private List<List<Float>> weightRows;
    private Float[] boxedProduct;
    private float[] images;
    private float[] weights;
    private float[] product;
    private float[] packed;
    private TileRoom room;

    /// A multiplication and an addition for every input of every output; each matrix
    /// is read or written once.
    @UsefulWork
    public static Work work(long batch, long inputs, long outputs) {
        double numbers = (double) batch * inputs + inputs * outputs + batch * outputs;
        return Work.once(2.0 * batch * inputs * outputs, Float.BYTES * numbers);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        images = SeededInputs.uniform(random, batch * inputs, -1, 1);
        weights = SeededInputs.uniform(random, inputs * outputs, -1, 1);
        imageRows = BoxedLists.rows(images, inputs);
        weightRows = BoxedLists.rows(weights, outputs);
        boxedProduct = new Float[batch * outputs];
        product = new float[batch * outputs];
        packed = new float[BlockedMatMul.PACKED_BLOCK];
        room = new TileRoom();
    }

    @Benchmark
    @Variant(label = "Lists, interpreted", baseline = true,
            execution = Execution.INTERPRETED,
            note = "Objects, interpreted: it stands for an interpreted language.")
    public Float[] listsInterpreted() {
        return multiplyLists();
    }

    @Benchmark
    @Variant(label = "Lists, compiled",
            note = "The same code and the same objects, after the JIT.")
    public Float[] listsCompiled() {
        return multiplyLists();
    }

    @Benchmark
    @Variant(label = "Triple loop (i, j, k)", yardstick = true,
            note = "As in the definition, on arrays of bare numbers.")
    public float[] tripleLoop() {
        MatMul.byDotProducts(images, weights, product, batch, inputs, outputs);
        return product;
    }

    @Benchmark
    @Variant(label = "Reordered loop (i, k, j)",
            note = "The two inner loops have changed places.")
    public float[] reorderedLoop() {
        MatMul.byRows(images, weights, product, batch, inputs, outputs);
        return product;
    }

    @Benchmark
    @Variant(label = "Vector API",
            note = "The triple loop again, a register of outputs at a time.")
    public float[] vectorApi() {
        VectorMatMul.byDotProducts(images, weights, product, batch, inputs, outputs);
        return product;
    }

    @Benchmark
    @Variant(label = "Vector API, blocked and packed", note = "As fast libraries do it.")
    public float[] blockedAndPacked() {
        // Packs, too: it costs a little and pays, as the weights are read many times.
        BlockedMatMul.multiply(
                images, weights, product, packed, room, batch, inputs, outputs);
        return product;
    }

    @Benchmark
    @Variant(label = "System BLAS", needsBlas = true,
            note = "OpenBLAS, which NumPy calls: kernels in assembly for each processor.")
    public float[] systemBlas(SystemBlas blas) {
        // The arrays stay where they are: nothing is copied for the call.
        blas.multiply(images, weights, product, batch, inputs, outputs);
        return product;
    }

    private Float[] multiplyLists() {
        List<Float> productList = Arrays.asList(boxedProduct);
        BoxedMatMul.byDotProducts(imageRows, weightRows, productList);
        return boxedProduct;
    }
}
