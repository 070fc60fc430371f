package dev.lanes.experiment.strategy;

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
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.Dot;
import dev.lanes.kernel.dot.DoubleDot;
import dev.lanes.kernel.dot.VectorDot;
import dev.lanes.kernel.dot.VectorDoubleDot;
import dev.lanes.kernel.matmul.DoubleMatMul;
import dev.lanes.kernel.matmul.MatMul;
import dev.lanes.kernel.matmul.VectorDoubleMatMul;
import dev.lanes.kernel.matmul.VectorMatMul;
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
                A register holds, and memory delivers, twice as many floats as \
                doubles; a scalar loop gains little, since each sum waits for the \
                last. The price is precision, seven digits instead of almost sixteen: \
                the error shown comes from rounding products and sums, and grows with \
                their number. Doubles can reach half of the peak, which counts \
                multiply-adds of floats.""",
        claim = @Claim(
                text = "In lanes, floats are faster than doubles.",
                guideFigure = "gives no figure: use the right data type",
                effect = Effect.HELPS,
                variant = "floatVector"),
        reasons = {
            @GuessReason(
                    cause = Cause.LANES,
                    text = "twice as many floats fit into a register"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "half as many bytes come from memory"),
            @GuessReason(
                    cause = Cause.ARITHMETIC,
                    text = "floats are easier to multiply")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloatWidth {
    /// What is done with the two matrices, in the order of the parameter's numbers.
    private enum Operation { DOT_PRODUCT, MATRIX_PRODUCT }

    @Param("0")
    @Range(label = "Operation", min = 0, max = 1,
            choices = {"dot product", "matrix product"})
    public int operation;

    @Param("256")
    @Range(label = "Rows and columns", min = 16, max = 512, scale = Scale.LOG2)
    public int size;

    private Operation chosen;
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
        return switch (Operation.values()[(int) operation]) {
            case DOT_PRODUCT -> Work.once(2 * numbers, 2 * numbers * bytesOfANumber);
            case MATRIX_PRODUCT ->
                Work.once(2 * numbers * size, 3 * numbers * bytesOfANumber);
        };
    }

    @Setup
    public void fill() {
        chosen = Operation.values()[operation];
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, size * size, 0, 1);
        right = SeededInputs.uniform(random, size * size, 0, 1);
        wideLeft = widened(left);
        wideRight = widened(right);
        int results = chosen == Operation.DOT_PRODUCT ? 1 : size * size;
        result = new float[results];
        wideResult = new double[results];
    }

    @Benchmark
    @Variant(label = "Double, scalar", note = "Eight bytes a number.")
    public double[] doubleScalar() {
        switch (chosen) {
            case DOT_PRODUCT -> wideResult[0] = DoubleDot.oneSum(wideLeft, wideRight);
            case MATRIX_PRODUCT -> DoubleMatMul.byDotProducts(
                    wideLeft, wideRight, wideResult, size, size, size);
        }
        return wideResult;
    }

    @Benchmark
    @Variant(label = "Float, scalar",
            note = "Four bytes a number, and just as many steps.")
    public float[] floatScalar() {
        switch (chosen) {
            case DOT_PRODUCT -> result[0] = Dot.oneSum(left, right);
            case MATRIX_PRODUCT -> MatMul.byDotProducts(
                    left, right, result, size, size, size);
        }
        return result;
    }

    @Benchmark
    @Variant(label = "Double, Vector API", baseline = true,
            note = "Lanes of eight bytes.")
    public double[] doubleVector() {
        switch (chosen) {
            case DOT_PRODUCT ->
                wideResult[0] = VectorDoubleDot.fourSums(wideLeft, wideRight);
            case MATRIX_PRODUCT -> VectorDoubleMatMul.byDotProducts(
                    wideLeft, wideRight, wideResult, size, size, size);
        }
        return wideResult;
    }

    @Benchmark
    @Variant(label = "Float, Vector API", note = "Twice the lanes, half the bytes.")
    public float[] floatVector() {
        switch (chosen) {
            case DOT_PRODUCT -> result[0] = VectorDot.fourSums(left, right);
            case MATRIX_PRODUCT -> VectorMatMul.byDotProducts(
                    left, right, result, size, size, size);
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
