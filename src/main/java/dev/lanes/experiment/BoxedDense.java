package dev.lanes.experiment;

import java.util.List;

/// A dense layer for one sample on lists of objects, as languages have it whose numbers
/// are objects: every sum is a new one.
public final class BoxedDense {
    private BoxedDense() {}

    /// Sets `output (outputs)` to `input (inputs)` times `weights (inputs, outputs)`
    /// plus `biases (outputs)`.
    public static void layer(List<Float> input, List<List<Float>> weights,
            List<Float> biases, List<Float> output) {
        for (int j = 0; j < output.size(); j++) {
            Float sum = biases.get(j);
            for (int i = 0; i < input.size(); i++) {
                // Slow: three objects to look up, and a fourth to make for the sum.
                sum += input.get(i) * weights.get(i).get(j);
            }
            output.set(j, sum);
        }
    }

    /// Sets every negative number to zero.
    public static void rectify(List<Float> numbers) {
        for (int at = 0; at < numbers.size(); at++) {
            if (numbers.get(at) < 0) {
                numbers.set(at, 0f);
            }
        }
    }
}
