package dev.lanes.kernel.elementwise;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Elementwise] on the vector unit; what does not fill a vector at the end
/// of a run is left to the twin.
public final class VectorElementwise {
    private VectorElementwise() {}

    /// As [Elementwise#add].
    public static void add(
            float[] input, float addend, float[] output, int from, int to) {
        int wholeVectors = from + FLOATS.loopBound(to - from);
        for (int at = from; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, input, at).add(addend).intoArray(output, at);
        }
        Elementwise.add(input, addend, output, wholeVectors, to);
    }

    /// As [Elementwise#multiply].
    public static void multiply(
            float[] input, float factor, float[] output, int from, int to) {
        int wholeVectors = from + FLOATS.loopBound(to - from);
        for (int at = from; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, input, at).mul(factor).intoArray(output, at);
        }
        Elementwise.multiply(input, factor, output, wholeVectors, to);
    }

    /// As [Elementwise#divide].
    public static void divide(
            float[] input, float divisor, float[] output, int from, int to) {
        int wholeVectors = from + FLOATS.loopBound(to - from);
        for (int at = from; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, input, at).div(divisor).intoArray(output, at);
        }
        Elementwise.divide(input, divisor, output, wholeVectors, to);
    }

    /// As [Elementwise#atLeast].
    public static void atLeast(
            float[] input, float least, float[] output, int from, int to) {
        int wholeVectors = from + FLOATS.loopBound(to - from);
        for (int at = from; at < wholeVectors; at += COUNT) {
            FloatVector.fromArray(FLOATS, input, at).max(least).intoArray(output, at);
        }
        Elementwise.atLeast(input, least, output, wholeVectors, to);
    }
}
