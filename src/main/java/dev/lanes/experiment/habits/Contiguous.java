package dev.lanes.experiment.habits;

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
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Elementwise;
import dev.lanes.kernel.elementwise.VectorElementwise;
import dev.lanes.kernel.layout.Layouts;
import dev.lanes.kernel.layout.VectorLayouts;
import dev.lanes.kernel.layout.VectorTranspose;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One matrix in several layouts, each multiplied by the same number.
@Experiment(
        id = "contiguous",
        section = Section.DO_AND_DO_NOT,
        title = "Contiguous memory",
        question = "Does it matter how the numbers of a matrix lie in memory?",
        explanation = """
                Only the place a number is read from differs. A strided view fetches \
                three unused numbers with each, a transposed one a whole line; an \
                object is 16 bytes behind a reference. Rows are as good as one block, \
                but the JIT of JDK 25 does not vectorise their loop (product and row \
                might overlap). Vector variants isolate the layout.""",
        claim = @Claim(
                text = "Numbers side by side are faster to use than numbers with gaps.",
                guideFigure = "10-50 % from memory layout",
                effect = Effect.HELPS,
                variant = "contiguousLoop",
                atLeast = 1.1,
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "gaps fetch numbers that nobody uses"),
            @GuessReason(
                    cause = Cause.OBJECTS,
                    text = "an object for each row is one too many"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "only numbers side by side fill lanes"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "nothing but the order of access differs")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-6))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Contiguous {
    private static final int STRIDE = 4;
    private static final float FACTOR = 1.7f;

    @Param("1000")
    @Range(label = "Rows and columns", min = 100, max = 2000, scale = Scale.LOG10)
    public int size;

    private Float[][] objects;
    private float[][] rows;
    private float[] channels;
    private float[] byColumns;
    private float[] matrix;
    private float[] product;

    /// A multiplication for every number; one is read and one written, however far
    /// apart they lie.
    @UsefulWork
    public static Work work(long size) {
        return work(size, Float.BYTES);
    }

    /// The same; but lines hold the other channels, too.
    @UsefulWork(variants = "strided")
    public static Work workAmongChannels(long size) {
        return work(size, STRIDE * Float.BYTES);
    }

    /// The same; but an object has 16 bytes, and 4 or 8 refer to it.
    @UsefulWork(variants = "objects")
    public static Work workOnObjects(long size) {
        return work(size, 16 + 4);
    }

    /// @param apart bytes in memory for each number that is read
    private static Work work(long size, int apart) {
        double numbers = (double) size * size;
        return new Work(
                numbers, 2 * Float.BYTES * numbers, (apart + Float.BYTES) * numbers);
    }

    @Setup
    public void fill() {
        matrix = SeededInputs.uniform(SeededInputs.random(), size * size, -1, 1);
        product = new float[size * size];
        objects = new Float[size][size];
        rows = new float[size][size];
        channels = new float[size * size * STRIDE];
        byColumns = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                float number = matrix[row * size + column];
                objects[row][column] = number;
                rows[row][column] = number;
                channels[(row * size + column) * STRIDE] = number;
                byColumns[column * size + row] = number;
            }
        }
    }

    @Benchmark
    @Variant(label = "Objects", note = "Float[][]: an object per number.")
    public float[] objects() {
        Layouts.objects(objects, FACTOR, product);
        return product;
    }

    @Benchmark
    @Variant(label = "Array of rows", note = "float[][]: an array per row.")
    public float[] rows() {
        Layouts.rows(rows, FACTOR, product);
        return product;
    }

    @Benchmark
    @Variant(label = "Array of rows, Vector API",
            note = "The same rows, a register at a time.")
    public float[] rowsVector() {
        VectorLayouts.rows(rows, FACTOR, product);
        return product;
    }

    @Benchmark
    @Variant(label = "Strided view", baseline = true,
            note = "Every fourth number of a larger array.")
    public float[] strided() {
        Layouts.strided(channels, size * STRIDE, STRIDE, FACTOR, product, size, size);
        return product;
    }

    @Benchmark
    @Variant(label = "Transposed view", note = "The next number is a whole column away.")
    public float[] transposedView() {
        Layouts.strided(byColumns, 1, size, FACTOR, product, size, size);
        return product;
    }

    @Benchmark
    @Variant(label = "Turned round first, Vector API",
            note = "Two passes, both of which use whole cache lines.")
    public float[] turnedFirst() {
        VectorTranspose.bySquares(byColumns, product, size, size);
        VectorElementwise.multiply(product, FACTOR, product, 0, product.length);
        return product;
    }

    @Benchmark
    @Variant(label = "Contiguous, plain loop",
            note = "float[]: the JIT vectorises it by itself.")
    public float[] contiguousLoop() {
        // Fast: rows need no loop of their own when they lie end to end.
        Elementwise.multiply(matrix, FACTOR, product, 0, matrix.length);
        return product;
    }

    @Benchmark
    @Variant(label = "Contiguous, Vector API", note = "float[]: number next to number.")
    public float[] contiguous() {
        VectorElementwise.multiply(matrix, FACTOR, product, 0, matrix.length);
        return product;
    }
}
