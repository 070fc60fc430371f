package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The inner loop of [BlockedMatMul] where there are 32 vector registers: a tile of
/// 8 rows by 2 vectors.
public final class TallTile {
    public static final int ROWS = 8;

    private static final int STRIDE = TileRoom.LEFT_STRIDE;

    private TallTile() {}

    /// Sets a tile of `product`, or adds to it, 8 rows of `left` times a piece of a
    /// panel. The last two arrays come with the place where to start.
    ///
    /// @param left rows of `depth` numbers, [TileRoom#LEFT_STRIDE] apart
    /// @param packed `depth` rows of [Panels#WIDTH] numbers, one after another
    /// @param stride the distance of two rows of `product`
    /// @param more whether to add to what is there
    public static void multiply(float[] left, float[] packed, int panel, int depth,
            float[] product, int productAt, int stride, boolean more) {
        // Sixteen sums, two vectors of the panel and eight factors fit into 32 registers,
        // even if all are loaded first. Of 24 sums some would go to memory and back.
        FloatVector sum0A = FloatVector.zero(FLOATS);
        FloatVector sum0B = FloatVector.zero(FLOATS);
        FloatVector sum1A = FloatVector.zero(FLOATS);
        FloatVector sum1B = FloatVector.zero(FLOATS);
        FloatVector sum2A = FloatVector.zero(FLOATS);
        FloatVector sum2B = FloatVector.zero(FLOATS);
        FloatVector sum3A = FloatVector.zero(FLOATS);
        FloatVector sum3B = FloatVector.zero(FLOATS);
        FloatVector sum4A = FloatVector.zero(FLOATS);
        FloatVector sum4B = FloatVector.zero(FLOATS);
        FloatVector sum5A = FloatVector.zero(FLOATS);
        FloatVector sum5B = FloatVector.zero(FLOATS);
        FloatVector sum6A = FloatVector.zero(FLOATS);
        FloatVector sum6B = FloatVector.zero(FLOATS);
        FloatVector sum7A = FloatVector.zero(FLOATS);
        FloatVector sum7B = FloatVector.zero(FLOATS);
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
            FloatVector factor4 = FloatVector.broadcast(FLOATS, left[k + 4 * STRIDE]);
            sum4A = factor4.fma(rightA, sum4A);
            sum4B = factor4.fma(rightB, sum4B);
            FloatVector factor5 = FloatVector.broadcast(FLOATS, left[k + 5 * STRIDE]);
            sum5A = factor5.fma(rightA, sum5A);
            sum5B = factor5.fma(rightB, sum5B);
            FloatVector factor6 = FloatVector.broadcast(FLOATS, left[k + 6 * STRIDE]);
            sum6A = factor6.fma(rightA, sum6A);
            sum6B = factor6.fma(rightB, sum6B);
            FloatVector factor7 = FloatVector.broadcast(FLOATS, left[k + 7 * STRIDE]);
            sum7A = factor7.fma(rightA, sum7A);
            sum7B = factor7.fma(rightB, sum7B);
        }
        int to0 = productAt;
        int to1 = productAt + stride;
        int to2 = productAt + 2 * stride;
        int to3 = productAt + 3 * stride;
        int to4 = productAt + 4 * stride;
        int to5 = productAt + 5 * stride;
        int to6 = productAt + 6 * stride;
        int to7 = productAt + 7 * stride;
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
            sum4A = sum4A.add(FloatVector.fromArray(FLOATS, product, to4));
            sum4B = sum4B.add(FloatVector.fromArray(FLOATS, product, to4 + COUNT));
            sum5A = sum5A.add(FloatVector.fromArray(FLOATS, product, to5));
            sum5B = sum5B.add(FloatVector.fromArray(FLOATS, product, to5 + COUNT));
            sum6A = sum6A.add(FloatVector.fromArray(FLOATS, product, to6));
            sum6B = sum6B.add(FloatVector.fromArray(FLOATS, product, to6 + COUNT));
            sum7A = sum7A.add(FloatVector.fromArray(FLOATS, product, to7));
            sum7B = sum7B.add(FloatVector.fromArray(FLOATS, product, to7 + COUNT));
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
        sum6A.intoArray(product, to6);
        sum6B.intoArray(product, to6 + COUNT);
        sum7A.intoArray(product, to7);
        sum7B.intoArray(product, to7 + COUNT);
    }
}
