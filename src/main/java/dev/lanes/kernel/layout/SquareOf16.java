package dev.lanes.kernel.layout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// 16 by 16 numbers, turned in registers.
///
/// Row `i` is zipped with row `i + 8`, and again and again with what comes of that. Each
/// round moves a bit from the number of a row to the end of that of a column; after four
/// rounds, rows and columns have changed places.
final class SquareOf16 {
    static final int SIDE = 16;
    private static final VectorSpecies<Float> ROW = FloatVector.SPECIES_512;
    private static final FloatVector FRONT = ZipOrder.front(ROW);
    private static final FloatVector BACK = ZipOrder.back(ROW);

    private SquareOf16() {}

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
        FloatVector a8 = FloatVector.fromArray(ROW, matrix, from + 8 * stride);
        FloatVector a9 = FloatVector.fromArray(ROW, matrix, from + 9 * stride);
        FloatVector a10 = FloatVector.fromArray(ROW, matrix, from + 10 * stride);
        FloatVector a11 = FloatVector.fromArray(ROW, matrix, from + 11 * stride);
        FloatVector a12 = FloatVector.fromArray(ROW, matrix, from + 12 * stride);
        FloatVector a13 = FloatVector.fromArray(ROW, matrix, from + 13 * stride);
        FloatVector a14 = FloatVector.fromArray(ROW, matrix, from + 14 * stride);
        FloatVector a15 = FloatVector.fromArray(ROW, matrix, from + 15 * stride);

        // Spelled out, since only local variables stay in registers.
        FloatVector b0 = FRONT.selectFrom(a0, a8);
        FloatVector b1 = BACK.selectFrom(a0, a8);
        FloatVector b2 = FRONT.selectFrom(a1, a9);
        FloatVector b3 = BACK.selectFrom(a1, a9);
        FloatVector b4 = FRONT.selectFrom(a2, a10);
        FloatVector b5 = BACK.selectFrom(a2, a10);
        FloatVector b6 = FRONT.selectFrom(a3, a11);
        FloatVector b7 = BACK.selectFrom(a3, a11);
        FloatVector b8 = FRONT.selectFrom(a4, a12);
        FloatVector b9 = BACK.selectFrom(a4, a12);
        FloatVector b10 = FRONT.selectFrom(a5, a13);
        FloatVector b11 = BACK.selectFrom(a5, a13);
        FloatVector b12 = FRONT.selectFrom(a6, a14);
        FloatVector b13 = BACK.selectFrom(a6, a14);
        FloatVector b14 = FRONT.selectFrom(a7, a15);
        FloatVector b15 = BACK.selectFrom(a7, a15);

        FloatVector c0 = FRONT.selectFrom(b0, b8);
        FloatVector c1 = BACK.selectFrom(b0, b8);
        FloatVector c2 = FRONT.selectFrom(b1, b9);
        FloatVector c3 = BACK.selectFrom(b1, b9);
        FloatVector c4 = FRONT.selectFrom(b2, b10);
        FloatVector c5 = BACK.selectFrom(b2, b10);
        FloatVector c6 = FRONT.selectFrom(b3, b11);
        FloatVector c7 = BACK.selectFrom(b3, b11);
        FloatVector c8 = FRONT.selectFrom(b4, b12);
        FloatVector c9 = BACK.selectFrom(b4, b12);
        FloatVector c10 = FRONT.selectFrom(b5, b13);
        FloatVector c11 = BACK.selectFrom(b5, b13);
        FloatVector c12 = FRONT.selectFrom(b6, b14);
        FloatVector c13 = BACK.selectFrom(b6, b14);
        FloatVector c14 = FRONT.selectFrom(b7, b15);
        FloatVector c15 = BACK.selectFrom(b7, b15);

        FloatVector d0 = FRONT.selectFrom(c0, c8);
        FloatVector d1 = BACK.selectFrom(c0, c8);
        FloatVector d2 = FRONT.selectFrom(c1, c9);
        FloatVector d3 = BACK.selectFrom(c1, c9);
        FloatVector d4 = FRONT.selectFrom(c2, c10);
        FloatVector d5 = BACK.selectFrom(c2, c10);
        FloatVector d6 = FRONT.selectFrom(c3, c11);
        FloatVector d7 = BACK.selectFrom(c3, c11);
        FloatVector d8 = FRONT.selectFrom(c4, c12);
        FloatVector d9 = BACK.selectFrom(c4, c12);
        FloatVector d10 = FRONT.selectFrom(c5, c13);
        FloatVector d11 = BACK.selectFrom(c5, c13);
        FloatVector d12 = FRONT.selectFrom(c6, c14);
        FloatVector d13 = BACK.selectFrom(c6, c14);
        FloatVector d14 = FRONT.selectFrom(c7, c15);
        FloatVector d15 = BACK.selectFrom(c7, c15);

        FloatVector e0 = FRONT.selectFrom(d0, d8);
        FloatVector e1 = BACK.selectFrom(d0, d8);
        FloatVector e2 = FRONT.selectFrom(d1, d9);
        FloatVector e3 = BACK.selectFrom(d1, d9);
        FloatVector e4 = FRONT.selectFrom(d2, d10);
        FloatVector e5 = BACK.selectFrom(d2, d10);
        FloatVector e6 = FRONT.selectFrom(d3, d11);
        FloatVector e7 = BACK.selectFrom(d3, d11);
        FloatVector e8 = FRONT.selectFrom(d4, d12);
        FloatVector e9 = BACK.selectFrom(d4, d12);
        FloatVector e10 = FRONT.selectFrom(d5, d13);
        FloatVector e11 = BACK.selectFrom(d5, d13);
        FloatVector e12 = FRONT.selectFrom(d6, d14);
        FloatVector e13 = BACK.selectFrom(d6, d14);
        FloatVector e14 = FRONT.selectFrom(d7, d15);
        FloatVector e15 = BACK.selectFrom(d7, d15);

        e0.intoArray(result, to);
        e1.intoArray(result, to + toStride);
        e2.intoArray(result, to + 2 * toStride);
        e3.intoArray(result, to + 3 * toStride);
        e4.intoArray(result, to + 4 * toStride);
        e5.intoArray(result, to + 5 * toStride);
        e6.intoArray(result, to + 6 * toStride);
        e7.intoArray(result, to + 7 * toStride);
        e8.intoArray(result, to + 8 * toStride);
        e9.intoArray(result, to + 9 * toStride);
        e10.intoArray(result, to + 10 * toStride);
        e11.intoArray(result, to + 11 * toStride);
        e12.intoArray(result, to + 12 * toStride);
        e13.intoArray(result, to + 13 * toStride);
        e14.intoArray(result, to + 14 * toStride);
        e15.intoArray(result, to + 15 * toStride);
    }
}
