package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

/// Sums of products in double precision, and how far a float result may be from them.
final class Exact {
    /// Half the distance between 1 and the next float.
    private static final double UNIT_ROUNDOFF = 0x1p-24;

    private Exact() {}

    /// Fails unless `actual` is `exact` up to the rounding of `operations` float operations on numbers whose absolute
    /// values add up to `magnitude` (Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1).
    static void assertWithinRounding(double actual, double exact, double magnitude, int operations, String what) {
        double rounding = operations * UNIT_ROUNDOFF / (1 - operations * UNIT_ROUNDOFF);
        assertThat(Math.abs(actual - exact))
                .as("error of %s: %s instead of %s", what, actual, exact)
                .isLessThanOrEqualTo(rounding * magnitude);
    }

    /// Fails unless `product (rows, columns)` is `left (rows, inner)` times `right (inner, columns)`.
    static void assertProduct(float[] left, float[] right, float[] product, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double exact = 0;
                double magnitude = 0;
                for (int k = 0; k < inner; k++) {
                    double term = (double) left[i * inner + k] * right[k * columns + j];
                    exact += term;
                    magnitude += Math.abs(term);
                }
                assertWithinRounding(product[i * columns + j], exact, magnitude, inner + 1,
                        "(%d, %d) of %d x %d x %d".formatted(i, j, rows, inner, columns));
            }
        }
    }
}
