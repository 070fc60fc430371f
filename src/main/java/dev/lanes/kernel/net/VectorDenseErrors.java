package dev.lanes.kernel.net;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [DenseErrors] on the vector unit.
public final class VectorDenseErrors {
    private VectorDenseErrors() {}

    /// As [DenseErrors#ofInputs].
    public static void ofInputs(
            float[] outputErrors, float[] weights, float[] inputErrors) {
        int outputs = outputErrors.length;
        int wholeVectors = FLOATS.loopBound(outputs);
        for (int i = 0; i < inputErrors.length; i++) {
            int start = i * outputs;
            FloatVector sums = FloatVector.zero(FLOATS);
            for (int j = 0; j < wholeVectors; j += COUNT) {
                sums = FloatVector.fromArray(FLOATS, weights, start + j)
                        .fma(FloatVector.fromArray(FLOATS, outputErrors, j), sums);
            }
            float sum = sums.reduceLanes(VectorOperators.ADD);
            for (int j = wholeVectors; j < outputs; j++) {
                sum += weights[start + j] * outputErrors[j];
            }
            inputErrors[i] = sum;
        }
    }
}
