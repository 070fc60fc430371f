package dev.lanes.kernel.matmul;

/// The product of two matrices of doubles by plain loops: `left (rows, inner)` times
/// `right (inner, columns)` gives `product (rows, columns)`.
public final class DoubleMatMul {
    private DoubleMatMul() {}

    /// As [MatMul#byDotProducts].
    public static void byDotProducts(
            double[] left, double[] right, double[] product,
            int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            rowByDotProducts(left, right, product, i, 0, inner, columns);
        }
    }

    /// The numbers of row `i` of the product from `firstColumn` on.
    static void rowByDotProducts(
            double[] left, double[] right, double[] product,
            int i, int firstColumn, int inner, int columns) {
        for (int j = firstColumn; j < columns; j++) {
            double sum = 0;
            for (int k = 0; k < inner; k++) {
                sum += left[i * inner + k] * right[k * columns + j];
            }
            product[i * columns + j] = sum;
        }
    }
}
