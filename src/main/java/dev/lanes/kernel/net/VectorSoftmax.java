package dev.lanes.kernel.net;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [Softmax] on the vector unit, for at least as many scores as it has lanes;
/// fewer are left to the twin.
///
/// The last vector starts early enough to be a whole one and repeats some scores of the
/// one before: no rest is left that would take as long as many vectors.
public final class VectorSoftmax {
    /// The number of each lane, from 0.
    private static final FloatVector LANE = FloatVector.zero(FLOATS).addIndex(1);

    private VectorSoftmax() {}

    /// As [Softmax#of].
    public static void of(float[] scores, float[] probabilities) {
        if (scores.length < COUNT) {
            Softmax.of(scores, probabilities);
            return;
        }
        float largest = largest(scores);
        int last = scores.length - COUNT;
        // First, as the output may be the input.
        FloatVector lastPowers = exponentials(scores, last, largest);
        FloatVector sums = FloatVector.zero(FLOATS);
        int at = 0;
        for (; at < last; at += COUNT) {
            // Summed while they are in a register: they need not be read again for it.
            FloatVector powers = exponentials(scores, at, largest);
            powers.intoArray(probabilities, at);
            sums = sums.add(powers);
        }
        // The first lanes of the last vector are in the sum already.
        float sum = sums.add(lastPowers.blend(0, LANE.lt(at - last)))
                .reduceLanes(VectorOperators.ADD);
        // One division in all. Not a call: it would leave no constant of the exponential in
        // its register, and the rows of a batch would load them for every vector.
        float scale = 1 / sum;
        for (at = 0; at < last; at += COUNT) {
            FloatVector.fromArray(FLOATS, probabilities, at).mul(scale)
                    .intoArray(probabilities, at);
        }
        lastPowers.mul(scale).intoArray(probabilities, last);
    }

    private static float largest(float[] scores) {
        int last = scores.length - COUNT;
        FloatVector even = FloatVector.fromArray(FLOATS, scores, last);
        FloatVector odd = even;
        int at = 0;
        // Two take turns: neither has to wait until its last comparison is through.
        for (; at < last - COUNT; at += 2 * COUNT) {
            even = larger(even, scores, at);
            odd = larger(odd, scores, at + COUNT);
        }
        return larger(even, scores, Math.min(at, last)).max(odd)
                .reduceLanes(VectorOperators.MAX);
    }

    /// Shorter than a maximum, which would have to ask for NaN and the sign of zero. A
    /// NaN that is overlooked here makes its own exponential NaN, and with it the sum.
    private static FloatVector larger(FloatVector those, float[] scores, int at) {
        FloatVector these = FloatVector.fromArray(FLOATS, scores, at);
        return those.blend(these, those.lt(these));
    }

    /// e to the power of each score less the largest one.
    private static FloatVector exponentials(float[] scores, int at, float largest) {
        return VectorExponential.of(
                FloatVector.fromArray(FLOATS, scores, at).sub(largest));
    }
}
