package dev.lanes.kernel.layout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 8 by 8 numbers, turned in registers as [SquareOf16] does, in three rounds.
final class SquareOf8 {
    static final int SIDE = 8;
    private static final VectorSpecies<Float> ROW = FloatVector.SPECIES_256;
    private static final FloatVector FRONT = ZipOrder.front(ROW);
    private static final FloatVector BACK = ZipOrder.back(ROW);

    private SquareOf8() {}

    /// Sets the square at `to` to the transpose of the one at `from`; rows lie `stride`
    /// and `toStride` numbers apart.
    static void turn(
            float[] matrix, int from, int stride, float[] result, int to, int toStride) {
        FloatVector a0 = FloatVector.fromArray(ROW, matrix, from);
        FloatVector a1 = FloatVector.fromArray(ROW, matrix, from + stride);
        FloatVector a2 = FloatVector.fromArray(ROW, matrix, from + 2 * stride);
        FloatVector a3 = FloatVector.fromArray(ROW, matrix, from + 3 * stride);
        FloatVector a4 = FloatVector.fromArray(ROW, matrix, from + 4 * stride);
        FloatVector a5 = FloatVector.fromArray(ROW, matrix, from + 5 * stride);
        FloatVector a6 = FloatVector.fromArray(ROW, matrix, from + 6 * stride);
        FloatVector a7 = FloatVector.fromArray(ROW, matrix, from + 7 * stride);

        FloatVector b0 = FRONT.selectFrom(a0, a4);
        FloatVector b1 = BACK.selectFrom(a0, a4);
        FloatVector b2 = FRONT.selectFrom(a1, a5);
        FloatVector b3 = BACK.selectFrom(a1, a5);
        FloatVector b4 = FRONT.selectFrom(a2, a6);
        FloatVector b5 = BACK.selectFrom(a2, a6);
        FloatVector b6 = FRONT.selectFrom(a3, a7);
        FloatVector b7 = BACK.selectFrom(a3, a7);

        FloatVector c0 = FRONT.selectFrom(b0, b4);
        FloatVector c1 = BACK.selectFrom(b0, b4);
        FloatVector c2 = FRONT.selectFrom(b1, b5);
        FloatVector c3 = BACK.selectFrom(b1, b5);
        FloatVector c4 = FRONT.selectFrom(b2, b6);
        FloatVector c5 = BACK.selectFrom(b2, b6);
        FloatVector c6 = FRONT.selectFrom(b3, b7);
        FloatVector c7 = BACK.selectFrom(b3, b7);

        FloatVector d0 = FRONT.selectFrom(c0, c4);
        FloatVector d1 = BACK.selectFrom(c0, c4);
        FloatVector d2 = FRONT.selectFrom(c1, c5);
        FloatVector d3 = BACK.selectFrom(c1, c5);
        FloatVector d4 = FRONT.selectFrom(c2, c6);
        FloatVector d5 = BACK.selectFrom(c2, c6);
        FloatVector d6 = FRONT.selectFrom(c3, c7);
        FloatVector d7 = BACK.selectFrom(c3, c7);

        d0.intoArray(result, to);
        d1.intoArray(result, to + toStride);
        d2.intoArray(result, to + 2 * toStride);
        d3.intoArray(result, to + 3 * toStride);
        d4.intoArray(result, to + 4 * toStride);
        d5.intoArray(result, to + 5 * toStride);
        d6.intoArray(result, to + 6 * toStride);
        d7.intoArray(result, to + 7 * toStride);
    }
}
