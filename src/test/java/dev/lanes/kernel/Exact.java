package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/// Sums of products in double precision, and how far a float result may be from them.
public final class Exact {
    /// Half the distance between 1 and the next float.
    private static final double UNIT_ROUNDOFF = 0x1p-24;

    private Exact() {}

    /// Fails unless `actual` is `exact` up to the rounding of `operations` float operations on numbers whose absolute
    /// values add up to `magnitude` (Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1).
    public static void assertWithinRounding(
            double actual, double exact, double magnitude, int operations, String what) {
        assertThat(Math.abs(actual - exact))
                .as("error of %s: %s instead of %s", what, actual, exact)
                .isLessThanOrEqualTo(largestError(magnitude, operations));
    }

    private static double largestError(double magnitude, int operations) {
        double rounding = operations * UNIT_ROUNDOFF / (1 - operations * UNIT_ROUNDOFF);
        return rounding * magnitude;
    }

    /// Fails unless the arrays are equal to the last bit. AssertJ takes a second for a large one.
    public static void assertSame(float[] actual, float[] expected) {
        assertThat(Arrays.mismatch(actual, expected)).as("the first place that differs").isEqualTo(-1);
    }

    /// Fails unless `product (rows, columns)` is `left (rows, inner)` times `right (inner, columns)`.
    public static void assertProduct(float[] left, float[] right, float[] product, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            double[] exact = new double[columns];
            double[] magnitude = new double[columns];
            for (int k = 0; k < inner; k++) {
                for (int j = 0; j < columns; j++) {
                    double term = (double) left[i * inner + k] * right[k * columns + j];
                    exact[j] += term;
                    magnitude[j] += Math.abs(term);
                }
            }
            for (int j = 0; j < columns; j++) {
                float actual = product[i * columns + j];
                // Words for each of a million numbers would take longer than the products.
                if (!(Math.abs(actual - exact[j]) <= largestError(magnitude[j], inner + 1))) {
                    assertWithinRounding(actual, exact[j], magnitude[j], inner + 1,
                            "(%d, %d) of %d x %d x %d".formatted(i, j, rows, inner, columns));
                }
            }
        }
    }
}
