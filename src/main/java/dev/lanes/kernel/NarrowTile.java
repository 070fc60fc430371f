package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The inner loop of [BlockedMatMul] where there may be only 16 vector registers: a
/// tile of 6 rows by 2 vectors.
final class NarrowTile {
    private NarrowTile() {}

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
        // Every sum is a local variable: twelve of them stay in registers.
        FloatVector sum0A = FloatVector.fromArray(FLOATS, product, to0);
        FloatVector sum0B = FloatVector.fromArray(FLOATS, product, to0 + COUNT);
        FloatVector sum1A = FloatVector.fromArray(FLOATS, product, to1);
        FloatVector sum1B = FloatVector.fromArray(FLOATS, product, to1 + COUNT);
        FloatVector sum2A = FloatVector.fromArray(FLOATS, product, to2);
        FloatVector sum2B = FloatVector.fromArray(FLOATS, product, to2 + COUNT);
        FloatVector sum3A = FloatVector.fromArray(FLOATS, product, to3);
        FloatVector sum3B = FloatVector.fromArray(FLOATS, product, to3 + COUNT);
        FloatVector sum4A = FloatVector.fromArray(FLOATS, product, to4);
        FloatVector sum4B = FloatVector.fromArray(FLOATS, product, to4 + COUNT);
        FloatVector sum5A = FloatVector.fromArray(FLOATS, product, to5);
        FloatVector sum5B = FloatVector.fromArray(FLOATS, product, to5 + COUNT);
        for (int k = 0; k < depth; k++) {
            int from = panel + k * 2 * COUNT;
            FloatVector rightA = FloatVector.fromArray(FLOATS, packed, from);
            FloatVector rightB = FloatVector.fromArray(FLOATS, packed, from + COUNT);
            // 8 loads feed 12 multiply-adds, and none of these waits for another.
            FloatVector factor0 = FloatVector.broadcast(FLOATS, left[left0 + k]);
            sum0A = factor0.fma(rightA, sum0A);
            sum0B = factor0.fma(rightB, sum0B);
            FloatVector factor1 = FloatVector.broadcast(FLOATS, left[left1 + k]);
            sum1A = factor1.fma(rightA, sum1A);
            sum1B = factor1.fma(rightB, sum1B);
            FloatVector factor2 = FloatVector.broadcast(FLOATS, left[left2 + k]);
            sum2A = factor2.fma(rightA, sum2A);
            sum2B = factor2.fma(rightB, sum2B);
            FloatVector factor3 = FloatVector.broadcast(FLOATS, left[left3 + k]);
            sum3A = factor3.fma(rightA, sum3A);
            sum3B = factor3.fma(rightB, sum3B);
            FloatVector factor4 = FloatVector.broadcast(FLOATS, left[left4 + k]);
            sum4A = factor4.fma(rightA, sum4A);
            sum4B = factor4.fma(rightB, sum4B);
            FloatVector factor5 = FloatVector.broadcast(FLOATS, left[left5 + k]);
            sum5A = factor5.fma(rightA, sum5A);
            sum5B = factor5.fma(rightB, sum5B);
        }
        sum0A.intoArray(product, to0);
        sum0B.intoArray(product, to0 + COUNT);
        sum1A.intoArray(product, to1);
        sum1B.intoArray(product, to1 + COUNT);
        sum2A.intoArray(product, to2);
        sum2B.intoArray(product, to2 + COUNT);
        sum3A.intoArray(product, to3);
        sum3B.intoArray(product, to3 + COUNT);
        sum4A.intoArray(product, to4);
        sum4B.intoArray(product, to4 + COUNT);
        sum5A.intoArray(product, to5);
        sum5B.intoArray(product, to5 + COUNT);
    }
}
