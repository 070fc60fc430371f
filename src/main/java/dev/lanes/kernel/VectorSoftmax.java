package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [Softmax] on the vector unit.
public final class VectorSoftmax {
    private VectorSoftmax() {}

    /// As [Softmax#of].
    public static void of(float[] scores, float[] probabilities) {
        float largest = largest(scores);
        float sum = exponentials(scores, largest, probabilities);
        // One division in all.
        VectorElementwise.multiply(
                probabilities, 1 / sum, probabilities, 0, probabilities.length);
    }

    private static float largest(float[] scores) {
        FloatVector lanes = FloatVector.broadcast(FLOATS, scores[0]);
        int wholeVectors = FLOATS.loopBound(scores.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            lanes = lanes.max(FloatVector.fromArray(FLOATS, scores, at));
        }
        float largest = lanes.reduceLanes(VectorOperators.MAX);
        for (int at = wholeVectors; at < scores.length; at++) {
            largest = Math.max(largest, scores[at]);
        }
        return largest;
    }

    /// Sets each of `powers` to e to the power of its score less the largest one.
    ///
    /// @return their sum
    private static float exponentials(float[] scores, float largest, float[] powers) {
        FloatVector sums = FloatVector.zero(FLOATS);
        int wholeVectors = FLOATS.loopBound(scores.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            // Summed while they are in a register: they need not be read again for it.
            FloatVector exponents =
                    FloatVector.fromArray(FLOATS, scores, at).sub(largest);
            FloatVector some = VectorExponential.of(exponents);
            some.intoArray(powers, at);
            sums = sums.add(some);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int at = wholeVectors; at < scores.length; at++) {
            powers[at] = (float) Math.exp(scores[at] - largest);
            sum += powers[at];
        }
        return sum;
    }
}
