package dev.lanes.experiment.habits;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.VectorElementwise;
import dev.lanes.kernel.layout.Layouts;
import dev.lanes.kernel.layout.VectorTranspose;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One matrix in five layouts, each multiplied by the same number.
@Experiment(
        id = "contiguous",
        section = Section.DO_AND_DO_NOT,
        title = "Contiguous memory",
        question = "Does it matter how the numbers of a matrix lie in memory?",
        explanation = """
                Every variant does the same multiplications and writes the same \
                product; only the place from which a number is read differs. As an \
                object, a float of 4 bytes takes 16, and 4 or 8 more for the reference \
                that leads to it; the core loads the reference first, then the number. \
                The objects here were made one after another and so lie nearly in \
                order, which is the best they can do. An array of rows keeps the \
                numbers of a row together, and the JIT makes vector code of the loop \
                over a row. A view with a stride picks every fourth number of a larger \
                array, as one does to get at one colour of an image with four channels: \
                three quarters of each cache line are fetched for nothing, and vector \
                instructions cannot load a run of them at once. A transposed view has \
                all its numbers in one array, column after column, and reads a cache \
                line for each of them; turned round first, in squares that fit in \
                registers, whole lines are read and written, and the second pass finds \
                numbers in order. One contiguous array has neither rows to look up nor \
                gaps.

                In Python the objects are a list of lists, the view is a slice with a \
                step or a transposed array, and ascontiguousarray makes the last layout \
                from it; the guide puts the gain from layout and chunks together at 10 \
                to 50 %. A copy costs a pass of its own, so it pays where the matrix is \
                used more than once.""",
        claim = @Claim(
                text = "Numbers in one array are 10 to 50 % faster to use than objects.",
                guideFigure = "10-50 % from memory layout",
                effect = Effect.HELPS,
                variant = "contiguous",
                atLeast = 1.1,
                atMost = 1.5,
                plain = "rows",
                asks = Asks.FASTER),
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
        double numbers = (double) size * size;
        return Work.once(numbers, 8 * numbers);
    }

    @Setup
    public void fill() {
        matrix = SeededInputs.uniform(SeededInputs.random(), size * size, -1, 1);
        objects = new Float[size][size];
        rows = new float[size][size];
        channels = new float[size * size * STRIDE];
        byColumns = new float[size * size];
        product = new float[size * size];
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
    @Variant(label = "Objects", baseline = true,
            note = "Float[][]: an object per number.")
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
    @Variant(label = "Strided view", note = "Every fourth number of a larger array.")
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
    @Variant(label = "Contiguous, Vector API", note = "float[]: number next to number.")
    public float[] contiguous() {
        // Fast: rows need no loop of their own when they lie end to end.
        VectorElementwise.multiply(matrix, FACTOR, product, 0, matrix.length);
        return product;
    }
}
