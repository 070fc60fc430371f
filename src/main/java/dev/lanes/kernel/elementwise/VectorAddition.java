package dev.lanes.kernel.elementwise;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Addition] on the vector unit.
public final class VectorAddition {
    private VectorAddition() {}

    /// As [Addition#add].
    public static void add(float[] first, float[] second, float[] sums) {
        int wholeVectors = FLOATS.loopBound(sums.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, first, at)
                    .add(FloatVector.fromArray(FLOATS, second, at))
                    .intoArray(sums, at);
        }
        for (int at = wholeVectors; at < sums.length; at++) {
            sums[at] = first[at] + second[at];
        }
    }
}
