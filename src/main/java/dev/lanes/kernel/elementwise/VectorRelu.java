package dev.lanes.kernel.elementwise;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Relu] on the vector unit.
public final class VectorRelu {
    private VectorRelu() {}

    /// Rectifies every number where it stands; NaN stays NaN.
    public static void inPlace(float[] numbers) {
        byMaximum(numbers, numbers);
    }

    /// Sets each of `rectified` to the larger one of the number in its place and zero.
    public static void byMaximum(float[] numbers, float[] rectified) {
        int wholeVectors = FLOATS.loopBound(numbers.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, numbers, at).max(0).intoArray(rectified, at);
        }
        for (int at = wholeVectors; at < numbers.length; at++) {
            rectified[at] = Math.max(numbers[at], 0);
        }
    }
}
