package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Bias] on the vector unit.
public final class VectorBias {
    private VectorBias() {}

    /// As [Bias#addToRows].
    public static void addToRows(float[] outputs, float[] biases, int from, int to) {
        int wholeVectors = FLOATS.loopBound(biases.length);
        for (int sample = from; sample < to; sample++) {
            int start = sample * biases.length;
            for (int j = 0; j < wholeVectors; j += COUNT) {
                FloatVector.fromArray(FLOATS, outputs, start + j)
                        .add(FloatVector.fromArray(FLOATS, biases, j))
                        .intoArray(outputs, start + j);
            }
            for (int j = wholeVectors; j < biases.length; j++) {
                outputs[start + j] += biases[j];
            }
        }
    }
}
