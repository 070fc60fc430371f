package dev.lanes.kernel.matmul;

import java.util.Arrays;

/// The product of two matrices by plain loops: `left (rows, inner)` times
/// `right (inner, columns)` gives `product (rows, columns)`.
public final class MatMul {
    private MatMul() {}

    /// One number of the product at a time: loops i, j, k, as in the definition.
    public static void byDotProducts(
            float[] left, float[] right, float[] product,
            int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < inner; k++) {
                    // Slow: reads right down a column, and each sum awaits the last.
                    sum += left[i * inner + k] * right[k * columns + j];
                }
                product[i * columns + j] = sum;
            }
        }
    }

    /// One row of `right` at a time: loops i, k, j, the same work in another order.
    public static void byRows(
            float[] left, float[] right, float[] product,
            int rows, int inner, int columns) {
        Arrays.fill(product, 0, rows * columns, 0);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < inner; k++) {
                float factor = left[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    // Better: only neighbours, and no sum waits. But no lanes either:
                    // for all the JIT of JDK 25 knows, product and right are one array.
                    product[i * columns + j] += factor * right[k * columns + j];
                }
            }
        }
    }
}
