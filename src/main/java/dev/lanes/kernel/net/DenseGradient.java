package dev.lanes.kernel.net;

import dev.lanes.kernel.elementwise.VectorAddition;
import java.util.Arrays;

/// The gradient of a loss by the parameters of a [DenseNet]: a number for each weight
/// and each bias, in arrays of their shapes.
public final class DenseGradient {
    private final float[][] numbers;

    /// A gradient of zeros.
    public DenseGradient(DenseNet network) {
        numbers = new float[2 * network.layers()][];
        for (int layer = 0; layer < network.layers(); layer++) {
            numbers[2 * layer] = new float[network.weights(layer).length];
            numbers[2 * layer + 1] = new float[network.biases(layer).length];
        }
    }

    /// All numbers: by the weights of the first layer, by its biases, by the weights of
    /// the second, and so on; not a copy.
    public float[][] numbers() {
        return numbers;
    }

    /// Those by the weights of a layer, `(inputs, outputs)`; not a copy.
    public float[] byWeights(int layer) {
        return numbers[2 * layer];
    }

    /// Those by the biases of a layer, `(outputs)`; not a copy.
    public float[] byBiases(int layer) {
        return numbers[2 * layer + 1];
    }

    public void clear() {
        for (float[] part : numbers) {
            Arrays.fill(part, 0);
        }
    }

    /// Adds every number of `other` to the one in its place.
    public void add(DenseGradient other) {
        for (int part = 0; part < numbers.length; part++) {
            float[] sums = numbers[part];
            VectorAddition.add(sums, other.numbers[part], sums);
        }
    }

    public void scale(float factor) {
        for (float[] part : numbers) {
            for (int at = 0; at < part.length; at++) {
                part[at] *= factor;
            }
        }
    }
}
