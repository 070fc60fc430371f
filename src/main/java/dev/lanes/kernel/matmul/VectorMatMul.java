package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [MatMul] on the vector unit.
public final class VectorMatMul {
    private VectorMatMul() {}

    /// As many neighbouring numbers of the product at a time as there are lanes.
    public static void byDotProducts(
            float[] left, float[] right, float[] product,
            int rows, int inner, int columns) {
        int wholeVectors = FLOATS.loopBound(columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < wholeVectors; j += COUNT) {
                FloatVector sums = FloatVector.zero(FLOATS);
                for (int k = 0; k < inner; k++) {
                    // Fast: one multiply-add for all lanes; sums stays in a register.
                    float factor = left[i * inner + k];
                    sums = FloatVector.fromArray(FLOATS, right, k * columns + j)
                            .fma(FloatVector.broadcast(FLOATS, factor), sums);
                }
                sums.intoArray(product, i * columns + j);
            }
            lastColumns(left, right, product, i, wholeVectors, inner, columns);
        }
    }

    /// The columns from `firstColumn` on, too few to fill a vector.
    private static void lastColumns(float[] left, float[] right, float[] product,
            int i, int firstColumn, int inner, int columns) {
        for (int j = firstColumn; j < columns; j++) {
            float sum = 0;
            for (int k = 0; k < inner; k++) {
                sum += left[i * inner + k] * right[k * columns + j];
            }
            product[i * columns + j] = sum;
        }
    }
}
