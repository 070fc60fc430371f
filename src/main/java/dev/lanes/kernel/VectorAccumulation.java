package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Accumulation] on the vector unit.
public final class VectorAccumulation {
    private VectorAccumulation() {}

    /// As [Accumulation#add].
    public static void add(float[] numbers, float[] sums) {
        int wholeVectors = FLOATS.loopBound(sums.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, sums, at)
                    .add(FloatVector.fromArray(FLOATS, numbers, at))
                    .intoArray(sums, at);
        }
        for (int at = wholeVectors; at < sums.length; at++) {
            sums[at] += numbers[at];
        }
    }
}
