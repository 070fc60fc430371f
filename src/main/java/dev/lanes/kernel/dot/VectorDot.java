package dev.lanes.kernel.dot;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [Dot] on the vector unit, with all the lanes it has.
public final class VectorDot {
    private VectorDot() {}

    /// As [Dot#fourSums], with four sums in every lane.
    public static float fourSums(float[] left, float[] right) {
        // Four sums take turns: none has to wait until its last addition is through.
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int at = 0;
        for (; at <= left.length - 4 * COUNT; at += 4 * COUNT) {
            sum0 = FloatVector.fromArray(FLOATS, left, at)
                    .fma(FloatVector.fromArray(FLOATS, right, at), sum0);
            sum1 = FloatVector.fromArray(FLOATS, left, at + COUNT)
                    .fma(FloatVector.fromArray(FLOATS, right, at + COUNT), sum1);
            sum2 = FloatVector.fromArray(FLOATS, left, at + 2 * COUNT)
                    .fma(FloatVector.fromArray(FLOATS, right, at + 2 * COUNT), sum2);
            sum3 = FloatVector.fromArray(FLOATS, left, at + 3 * COUNT)
                    .fma(FloatVector.fromArray(FLOATS, right, at + 3 * COUNT), sum3);
        }
        // Adding across lanes is slow, so it happens once.
        float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        return sum + Dot.oneFusedSum(left, right, at);
    }
}
