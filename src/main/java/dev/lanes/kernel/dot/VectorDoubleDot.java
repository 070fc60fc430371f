package dev.lanes.kernel.dot;

import static dev.lanes.kernel.Lanes.DOUBLES;
import static dev.lanes.kernel.Lanes.DOUBLE_COUNT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [DoubleDot] on the vector unit: that of [VectorDot], with half the lanes.
public final class VectorDoubleDot {
    private VectorDoubleDot() {}

    /// As [DoubleDot#oneSum], with four sums in every lane.
    public static double fourSums(double[] left, double[] right) {
        DoubleVector sum0 = DoubleVector.zero(DOUBLES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        int at = 0;
        for (; at <= left.length - 4 * DOUBLE_COUNT; at += 4 * DOUBLE_COUNT) {
            int next1 = at + DOUBLE_COUNT;
            int next2 = at + 2 * DOUBLE_COUNT;
            int next3 = at + 3 * DOUBLE_COUNT;
            sum0 = DoubleVector.fromArray(DOUBLES, left, at)
                    .fma(DoubleVector.fromArray(DOUBLES, right, at), sum0);
            sum1 = DoubleVector.fromArray(DOUBLES, left, next1)
                    .fma(DoubleVector.fromArray(DOUBLES, right, next1), sum1);
            sum2 = DoubleVector.fromArray(DOUBLES, left, next2)
                    .fma(DoubleVector.fromArray(DOUBLES, right, next2), sum2);
            sum3 = DoubleVector.fromArray(DOUBLES, left, next3)
                    .fma(DoubleVector.fromArray(DOUBLES, right, next3), sum3);
        }
        DoubleVector sums = sum0.add(sum1).add(sum2.add(sum3));
        double rest = DoubleDot.oneSum(left, right, at);
        return sums.reduceLanes(VectorOperators.ADD) + rest;
    }
}
