package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The inner loop of [BlockedMatMul] where there are 32 vector registers: a tile of
/// 6 rows by 4 vectors.
final class WideTile {
    private WideTile() {}

    /// Adds 6 rows of `left` times a piece of a panel to a tile of `product`. Each
    /// array comes with the place where to start; `leftStride` and `stride` are the
    /// distances of rows.
    ///
    /// @param leftRows how many rows `left` has; the last stands in for any beyond it
    /// @param depth numbers in a row of `left`, and rows of that piece
    static void add(float[] left, int leftAt, int leftStride, int leftRows,
            float[] packed, int panel, int depth,
            float[] product, int productAt, int stride) {
        int left0 = leftAt;
        int left1 = leftAt + Math.min(1, leftRows - 1) * leftStride;
        int left2 = leftAt + Math.min(2, leftRows - 1) * leftStride;
        int left3 = leftAt + Math.min(3, leftRows - 1) * leftStride;
        int left4 = leftAt + Math.min(4, leftRows - 1) * leftStride;
        int left5 = leftAt + Math.min(5, leftRows - 1) * leftStride;
        int to0 = productAt;
        int to1 = productAt + stride;
        int to2 = productAt + 2 * stride;
        int to3 = productAt + 3 * stride;
        int to4 = productAt + 4 * stride;
        int to5 = productAt + 5 * stride;
        // Every sum is a local variable: twenty-four of them stay in registers.
        FloatVector sum0A = FloatVector.fromArray(FLOATS, product, to0);
        FloatVector sum0B = FloatVector.fromArray(FLOATS, product, to0 + COUNT);
        FloatVector sum0C = FloatVector.fromArray(FLOATS, product, to0 + 2 * COUNT);
        FloatVector sum0D = FloatVector.fromArray(FLOATS, product, to0 + 3 * COUNT);
        FloatVector sum1A = FloatVector.fromArray(FLOATS, product, to1);
        FloatVector sum1B = FloatVector.fromArray(FLOATS, product, to1 + COUNT);
        FloatVector sum1C = FloatVector.fromArray(FLOATS, product, to1 + 2 * COUNT);
        FloatVector sum1D = FloatVector.fromArray(FLOATS, product, to1 + 3 * COUNT);
        FloatVector sum2A = FloatVector.fromArray(FLOATS, product, to2);
        FloatVector sum2B = FloatVector.fromArray(FLOATS, product, to2 + COUNT);
        FloatVector sum2C = FloatVector.fromArray(FLOATS, product, to2 + 2 * COUNT);
        FloatVector sum2D = FloatVector.fromArray(FLOATS, product, to2 + 3 * COUNT);
        FloatVector sum3A = FloatVector.fromArray(FLOATS, product, to3);
        FloatVector sum3B = FloatVector.fromArray(FLOATS, product, to3 + COUNT);
        FloatVector sum3C = FloatVector.fromArray(FLOATS, product, to3 + 2 * COUNT);
        FloatVector sum3D = FloatVector.fromArray(FLOATS, product, to3 + 3 * COUNT);
        FloatVector sum4A = FloatVector.fromArray(FLOATS, product, to4);
        FloatVector sum4B = FloatVector.fromArray(FLOATS, product, to4 + COUNT);
        FloatVector sum4C = FloatVector.fromArray(FLOATS, product, to4 + 2 * COUNT);
        FloatVector sum4D = FloatVector.fromArray(FLOATS, product, to4 + 3 * COUNT);
        FloatVector sum5A = FloatVector.fromArray(FLOATS, product, to5);
        FloatVector sum5B = FloatVector.fromArray(FLOATS, product, to5 + COUNT);
        FloatVector sum5C = FloatVector.fromArray(FLOATS, product, to5 + 2 * COUNT);
        FloatVector sum5D = FloatVector.fromArray(FLOATS, product, to5 + 3 * COUNT);
        for (int k = 0; k < depth; k++) {
            int from = panel + k * 4 * COUNT;
            FloatVector rightA = FloatVector.fromArray(FLOATS, packed, from);
            FloatVector rightB = FloatVector.fromArray(FLOATS, packed, from + COUNT);
            FloatVector rightC = FloatVector.fromArray(FLOATS, packed, from + 2 * COUNT);
            FloatVector rightD = FloatVector.fromArray(FLOATS, packed, from + 3 * COUNT);
            // 10 loads feed 24 multiply-adds, and none of these waits for another.
            FloatVector factor0 = FloatVector.broadcast(FLOATS, left[left0 + k]);
            sum0A = factor0.fma(rightA, sum0A);
            sum0B = factor0.fma(rightB, sum0B);
            sum0C = factor0.fma(rightC, sum0C);
            sum0D = factor0.fma(rightD, sum0D);
            FloatVector factor1 = FloatVector.broadcast(FLOATS, left[left1 + k]);
            sum1A = factor1.fma(rightA, sum1A);
            sum1B = factor1.fma(rightB, sum1B);
            sum1C = factor1.fma(rightC, sum1C);
            sum1D = factor1.fma(rightD, sum1D);
            FloatVector factor2 = FloatVector.broadcast(FLOATS, left[left2 + k]);
            sum2A = factor2.fma(rightA, sum2A);
            sum2B = factor2.fma(rightB, sum2B);
            sum2C = factor2.fma(rightC, sum2C);
            sum2D = factor2.fma(rightD, sum2D);
            FloatVector factor3 = FloatVector.broadcast(FLOATS, left[left3 + k]);
            sum3A = factor3.fma(rightA, sum3A);
            sum3B = factor3.fma(rightB, sum3B);
            sum3C = factor3.fma(rightC, sum3C);
            sum3D = factor3.fma(rightD, sum3D);
            FloatVector factor4 = FloatVector.broadcast(FLOATS, left[left4 + k]);
            sum4A = factor4.fma(rightA, sum4A);
            sum4B = factor4.fma(rightB, sum4B);
            sum4C = factor4.fma(rightC, sum4C);
            sum4D = factor4.fma(rightD, sum4D);
            FloatVector factor5 = FloatVector.broadcast(FLOATS, left[left5 + k]);
            sum5A = factor5.fma(rightA, sum5A);
            sum5B = factor5.fma(rightB, sum5B);
            sum5C = factor5.fma(rightC, sum5C);
            sum5D = factor5.fma(rightD, sum5D);
        }
        sum0A.intoArray(product, to0);
        sum0B.intoArray(product, to0 + COUNT);
        sum0C.intoArray(product, to0 + 2 * COUNT);
        sum0D.intoArray(product, to0 + 3 * COUNT);
        sum1A.intoArray(product, to1);
        sum1B.intoArray(product, to1 + COUNT);
        sum1C.intoArray(product, to1 + 2 * COUNT);
        sum1D.intoArray(product, to1 + 3 * COUNT);
        sum2A.intoArray(product, to2);
        sum2B.intoArray(product, to2 + COUNT);
        sum2C.intoArray(product, to2 + 2 * COUNT);
        sum2D.intoArray(product, to2 + 3 * COUNT);
        sum3A.intoArray(product, to3);
        sum3B.intoArray(product, to3 + COUNT);
        sum3C.intoArray(product, to3 + 2 * COUNT);
        sum3D.intoArray(product, to3 + 3 * COUNT);
        sum4A.intoArray(product, to4);
        sum4B.intoArray(product, to4 + COUNT);
        sum4C.intoArray(product, to4 + 2 * COUNT);
        sum4D.intoArray(product, to4 + 3 * COUNT);
        sum5A.intoArray(product, to5);
        sum5B.intoArray(product, to5 + COUNT);
        sum5C.intoArray(product, to5 + 2 * COUNT);
        sum5D.intoArray(product, to5 + 3 * COUNT);
    }
}
