package dev.lanes.experiment.strategy;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.Dot;
import dev.lanes.kernel.dot.DoubleDot;
import dev.lanes.kernel.dot.VectorDot;
import dev.lanes.kernel.dot.VectorDoubleDot;
import dev.lanes.kernel.matmul.DoubleMatMul;
import dev.lanes.kernel.matmul.MatMul;
import dev.lanes.kernel.matmul.VectorDoubleMatMul;
import dev.lanes.kernel.matmul.VectorMatMul;
import dev.lanes.lab.Agreement;
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

/// Two square matrices of the same numbers, as doubles and as floats: multiplied, or
/// read as two long rows of numbers and made into one dot product.
@Experiment(
        id = "float-width",
        section = Section.STRATEGY,
        title = "Float or double",
        question = "What does half the width of a number buy?",
        explanation = """
                A double takes eight bytes and keeps almost sixteen digits, a float \
                takes four and keeps seven. For a scalar loop that hardly matters: a \
                multiplication and an addition take as long for one as for the other, \
                and while each sum waits for the last nothing else counts. On the \
                vector unit it does: a register holds twice as many floats, and memory \
                and caches deliver twice as many in the same time. Compare the two \
                scalar variants with each other, and then the two vector ones.

                What it costs is digits. Every variant starts from the same numbers, \
                floats that a double holds exactly, so the error shown beside each is \
                that of the additions alone. It grows with the length of a sum, and it \
                is smaller on the vector unit, where many short sums take the place of \
                one long one. Training and running a network lives well with it.

                NumPy makes doubles unless it is told otherwise, so there the choice \
                is easily forgotten; in Java it is written in the type.""",
        claim = @Claim(
                text = "Floats in lanes are faster than doubles one at a time.",
                guideFigure = "gives no figure: use the right data type",
                effect = Effect.HELPS,
                variant = "floatVector"),
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloatWidth {
    private static final int DOT_PRODUCT = 0;

    @Param("0")
    @Range(label = "Operation", min = DOT_PRODUCT, max = 1,
            choices = {"dot product", "matrix product"})
    public int operation;

    @Param("256")
    @Range(label = "Rows and columns", min = 16, max = 512, scale = Scale.LOG2)
    public int size;

    private float[] left;
    private float[] right;
    private float[] result;
    private double[] wideLeft;
    private double[] wideRight;
    private double[] wideResult;

    /// A multiplication and an addition for every pair of floats.
    @UsefulWork
    public static Work work(long operation, long size) {
        return work(operation, size, Float.BYTES);
    }

    /// The same of doubles, which are twice as long.
    @UsefulWork(variants = {"doubleScalar", "doubleVector"})
    public static Work workOfDoubles(long operation, long size) {
        return work(operation, size, Double.BYTES).onDoubles();
    }

    /// A dot product reads two matrices; a matrix product also writes a third, and each
    /// of its numbers takes a row and a column.
    private static Work work(long operation, long size, int bytesOfANumber) {
        double numbers = (double) size * size;
        return operation == DOT_PRODUCT
                ? Work.once(2 * numbers, 2 * numbers * bytesOfANumber)
                : Work.once(2 * numbers * size, 3 * numbers * bytesOfANumber);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, size * size, 0, 1);
        right = SeededInputs.uniform(random, size * size, 0, 1);
        wideLeft = widened(left);
        wideRight = widened(right);
        int results = operation == DOT_PRODUCT ? 1 : size * size;
        result = new float[results];
        wideResult = new double[results];
    }

    @Benchmark
    @Variant(label = "Double, scalar", baseline = true, note = "Eight bytes a number.")
    public double[] doubleScalar() {
        if (operation == DOT_PRODUCT) {
            wideResult[0] = DoubleDot.oneSum(wideLeft, wideRight);
        } else {
            DoubleMatMul.byDotProducts(
                    wideLeft, wideRight, wideResult, size, size, size);
        }
        return wideResult;
    }

    @Benchmark
    @Variant(label = "Float, scalar", note = "Four bytes, and as many steps.")
    public float[] floatScalar() {
        if (operation == DOT_PRODUCT) {
            result[0] = Dot.oneSum(left, right);
        } else {
            MatMul.byDotProducts(left, right, result, size, size, size);
        }
        return result;
    }

    @Benchmark
    @Variant(label = "Double, Vector API", note = "Lanes of eight bytes.")
    public double[] doubleVector() {
        if (operation == DOT_PRODUCT) {
            wideResult[0] = VectorDoubleDot.fourSums(wideLeft, wideRight);
        } else {
            VectorDoubleMatMul.byDotProducts(
                    wideLeft, wideRight, wideResult, size, size, size);
        }
        return wideResult;
    }

    @Benchmark
    @Variant(label = "Float, Vector API", note = "Twice the lanes, half the bytes.")
    public float[] floatVector() {
        if (operation == DOT_PRODUCT) {
            result[0] = VectorDot.fourSums(left, right);
        } else {
            VectorMatMul.byDotProducts(left, right, result, size, size, size);
        }
        return result;
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            wide[at] = numbers[at];
        }
        return wide;
    }
}
