package dev.lanes.kernel.dot;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The dot product in vectors of a given width, with one sum or four in every lane.
///
/// There is one method per width and not one for all: vector code becomes vector
/// instructions only where the compiler sees the species as a constant.
///
/// A width that the machine lacks gives the same number, but very slowly.
public final class FixedWidthDot {
    private FixedWidthDot() {}

    /// As [Dot#oneFusedSum], two floats at a time.
    public static float oneSumOf64Bits(float[] left, float[] right) {
        FloatVector sums = FloatVector.zero(FloatVector.SPECIES_64);
        int at = 0;
        for (; at <= left.length - 2; at += 2) {
            sums = FloatVector.fromArray(FloatVector.SPECIES_64, left, at)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_64, right, at), sums);
        }
        return sums.reduceLanes(VectorOperators.ADD) + Dot.oneFusedSum(left, right, at);
    }

    /// As [Dot#oneFusedSum], four floats at a time.
    public static float oneSumOf128Bits(float[] left, float[] right) {
        FloatVector sums = FloatVector.zero(FloatVector.SPECIES_128);
        int at = 0;
        for (; at <= left.length - 4; at += 4) {
            sums = FloatVector.fromArray(FloatVector.SPECIES_128, left, at)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, at), sums);
        }
        return sums.reduceLanes(VectorOperators.ADD) + Dot.oneFusedSum(left, right, at);
    }

    /// As [Dot#fourSums], four floats at a time.
    public static float fourSumsOf128Bits(float[] left, float[] right) {
        FloatVector sums0 = FloatVector.zero(FloatVector.SPECIES_128);
        FloatVector sums1 = sums0;
        FloatVector sums2 = sums0;
        FloatVector sums3 = sums0;
        int at = 0;
        for (; at <= left.length - 16; at += 16) {
            sums0 = FloatVector.fromArray(FloatVector.SPECIES_128, left, at)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, at),
                            sums0);
            sums1 = FloatVector.fromArray(FloatVector.SPECIES_128, left, at + 4)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, at + 4),
                            sums1);
            sums2 = FloatVector.fromArray(FloatVector.SPECIES_128, left, at + 8)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, at + 8),
                            sums2);
            sums3 = FloatVector.fromArray(FloatVector.SPECIES_128, left, at + 12)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_128, right, at + 12),
                            sums3);
        }
        return sums0.add(sums1).add(sums2.add(sums3)).reduceLanes(VectorOperators.ADD)
                + Dot.oneFusedSum(left, right, at);
    }

    /// As [Dot#oneFusedSum], eight floats at a time.
    public static float oneSumOf256Bits(float[] left, float[] right) {
        FloatVector sums = FloatVector.zero(FloatVector.SPECIES_256);
        int at = 0;
        for (; at <= left.length - 8; at += 8) {
            sums = FloatVector.fromArray(FloatVector.SPECIES_256, left, at)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_256, right, at), sums);
        }
        return sums.reduceLanes(VectorOperators.ADD) + Dot.oneFusedSum(left, right, at);
    }

    /// As [Dot#oneFusedSum], sixteen floats at a time.
    public static float oneSumOf512Bits(float[] left, float[] right) {
        FloatVector sums = FloatVector.zero(FloatVector.SPECIES_512);
        int at = 0;
        for (; at <= left.length - 16; at += 16) {
            sums = FloatVector.fromArray(FloatVector.SPECIES_512, left, at)
                    .fma(FloatVector.fromArray(FloatVector.SPECIES_512, right, at), sums);
        }
        return sums.reduceLanes(VectorOperators.ADD) + Dot.oneFusedSum(left, right, at);
    }
}
