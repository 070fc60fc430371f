package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.DOUBLES;
import static dev.lanes.kernel.Lanes.DOUBLE_COUNT;

import jdk.incubator.vector.DoubleVector;

/// The twin of [DoubleMatMul] on the vector unit: that of [VectorMatMul], with half the
/// lanes.
public final class VectorDoubleMatMul {
    private VectorDoubleMatMul() {}

    /// As many neighbouring numbers of the product at a time as there are lanes.
    public static void byDotProducts(
            double[] left, double[] right, double[] product,
            int rows, int inner, int columns) {
        int wholeVectors = DOUBLES.loopBound(columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < wholeVectors; j += DOUBLE_COUNT) {
                DoubleVector sums = DoubleVector.zero(DOUBLES);
                for (int k = 0; k < inner; k++) {
                    double factor = left[i * inner + k];
                    sums = DoubleVector.fromArray(DOUBLES, right, k * columns + j)
                            .fma(DoubleVector.broadcast(DOUBLES, factor), sums);
                }
                sums.intoArray(product, i * columns + j);
            }
            DoubleMatMul.rowByDotProducts(
                    left, right, product, i, wholeVectors, inner, columns);
        }
    }
}
