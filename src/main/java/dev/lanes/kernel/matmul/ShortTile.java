package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The inner loop of [BlockedMatMul] where there are only 16 vector registers, and
/// for a last few rows everywhere: a tile of 4 rows by 2 vectors.
public final class ShortTile {
    public static final int ROWS = 4;

    private static final int STRIDE = TileRoom.LEFT_STRIDE;

    private ShortTile() {}

    /// Sets a tile of `product`, or adds to it, 4 rows of `left` times a piece of a
    /// panel. The last two arrays come with the place where to start.
    ///
    /// @param left rows of `depth` numbers, [TileRoom#LEFT_STRIDE] apart
    /// @param packed `depth` rows of [Panels#WIDTH] numbers, one after another
    /// @param stride the distance of two rows of `product`
    /// @param more whether to add to what is there
    public static void multiply(float[] left, float[] packed, int panel, int depth,
            float[] product, int productAt, int stride, boolean more) {
        // Eight sums keep two multiply-add units busy for the four cycles that each
        // takes; with two vectors of the panel and four factors they fit 16 registers.
        FloatVector sum0A = FloatVector.zero(FLOATS);
        FloatVector sum0B = FloatVector.zero(FLOATS);
        FloatVector sum1A = FloatVector.zero(FLOATS);
        FloatVector sum1B = FloatVector.zero(FLOATS);
        FloatVector sum2A = FloatVector.zero(FLOATS);
        FloatVector sum2B = FloatVector.zero(FLOATS);
        FloatVector sum3A = FloatVector.zero(FLOATS);
        FloatVector sum3B = FloatVector.zero(FLOATS);
        for (int k = 0; k < depth; k++) {
            int from = panel + k * 2 * COUNT;
            FloatVector rightA = FloatVector.fromArray(FLOATS, packed, from);
            FloatVector rightB = FloatVector.fromArray(FLOATS, packed, from + COUNT);
            FloatVector factor0 = FloatVector.broadcast(FLOATS, left[k]);
            sum0A = factor0.fma(rightA, sum0A);
            sum0B = factor0.fma(rightB, sum0B);
            FloatVector factor1 = FloatVector.broadcast(FLOATS, left[k + STRIDE]);
            sum1A = factor1.fma(rightA, sum1A);
            sum1B = factor1.fma(rightB, sum1B);
            FloatVector factor2 = FloatVector.broadcast(FLOATS, left[k + 2 * STRIDE]);
            sum2A = factor2.fma(rightA, sum2A);
            sum2B = factor2.fma(rightB, sum2B);
            FloatVector factor3 = FloatVector.broadcast(FLOATS, left[k + 3 * STRIDE]);
            sum3A = factor3.fma(rightA, sum3A);
            sum3B = factor3.fma(rightB, sum3B);
        }
        int to0 = productAt;
        int to1 = productAt + stride;
        int to2 = productAt + 2 * stride;
        int to3 = productAt + 3 * stride;
        if (more) {
            // Only now: loaded before the loop, they would hold it up.
            sum0A = sum0A.add(FloatVector.fromArray(FLOATS, product, to0));
            sum0B = sum0B.add(FloatVector.fromArray(FLOATS, product, to0 + COUNT));
            sum1A = sum1A.add(FloatVector.fromArray(FLOATS, product, to1));
            sum1B = sum1B.add(FloatVector.fromArray(FLOATS, product, to1 + COUNT));
            sum2A = sum2A.add(FloatVector.fromArray(FLOATS, product, to2));
            sum2B = sum2B.add(FloatVector.fromArray(FLOATS, product, to2 + COUNT));
            sum3A = sum3A.add(FloatVector.fromArray(FLOATS, product, to3));
            sum3B = sum3B.add(FloatVector.fromArray(FLOATS, product, to3 + COUNT));
        }
        sum0A.intoArray(product, to0);
        sum0B.intoArray(product, to0 + COUNT);
        sum1A.intoArray(product, to1);
        sum1B.intoArray(product, to1 + COUNT);
        sum2A.intoArray(product, to2);
        sum2B.intoArray(product, to2 + COUNT);
        sum3A.intoArray(product, to3);
        sum3B.intoArray(product, to3 + COUNT);
    }
}
