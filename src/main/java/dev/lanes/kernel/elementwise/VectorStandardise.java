package dev.lanes.kernel.elementwise;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Standardise] on the vector unit.
public final class VectorStandardise {
    private VectorStandardise() {}

    /// As [Standardise#byReciprocal].
    public static void byReciprocal(
            float[] numbers, float mean, float deviation, float[] distances) {
        float perDeviation = 1 / deviation;
        int wholeVectors = FLOATS.loopBound(numbers.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            // Both steps happen in a register: a number is read once and written once.
            FloatVector.fromArray(FLOATS, numbers, at)
                    .sub(mean)
                    .mul(perDeviation)
                    .intoArray(distances, at);
        }
        for (int at = wholeVectors; at < numbers.length; at++) {
            distances[at] = (numbers[at] - mean) * perDeviation;
        }
    }
}
