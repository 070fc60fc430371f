package dev.lanes.kernel.layout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 4 by 4 numbers, turned in registers as [SquareOf16] does, in two rounds.
final class SquareOf4 {
    static final int SIDE = 4;
    private static final VectorSpecies<Float> ROW = FloatVector.SPECIES_128;
    private static final FloatVector FRONT = ZipOrder.front(ROW);
    private static final FloatVector BACK = ZipOrder.back(ROW);

    private SquareOf4() {}

    /// Sets the square at `to` to the transpose of the one at `from`; rows lie `stride`
    /// and `toStride` numbers apart.
    static void turn(
            float[] matrix, int from, int stride, float[] result, int to, int toStride) {
        FloatVector a0 = FloatVector.fromArray(ROW, matrix, from);
        FloatVector a1 = FloatVector.fromArray(ROW, matrix, from + stride);
        FloatVector a2 = FloatVector.fromArray(ROW, matrix, from + 2 * stride);
        FloatVector a3 = FloatVector.fromArray(ROW, matrix, from + 3 * stride);

        FloatVector b0 = FRONT.selectFrom(a0, a2);
        FloatVector b1 = BACK.selectFrom(a0, a2);
        FloatVector b2 = FRONT.selectFrom(a1, a3);
        FloatVector b3 = BACK.selectFrom(a1, a3);

        FloatVector c0 = FRONT.selectFrom(b0, b2);
        FloatVector c1 = BACK.selectFrom(b0, b2);
        FloatVector c2 = FRONT.selectFrom(b1, b3);
        FloatVector c3 = BACK.selectFrom(b1, b3);

        c0.intoArray(result, to);
        c1.intoArray(result, to + toStride);
        c2.intoArray(result, to + 2 * toStride);
        c3.intoArray(result, to + 3 * toStride);
    }
}
