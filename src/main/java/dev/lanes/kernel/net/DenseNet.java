package dev.lanes.kernel.net;

import dev.lanes.kernel.elementwise.VectorRelu;
import java.util.random.RandomGenerator;

/// A network of dense layers with a rectifier after each but the last.
///
/// Any number of threads may run samples through one network at once, each sample with
/// activations of its own.
public final class DenseNet {
    private final int[] widths;
    private final float[][] weights;
    private final float[][] biases;

    /// Makes a network with random weights, scaled so that activations keep their size
    /// from layer to layer (He et al. 2015, section 2.2).
    ///
    /// @param widths numbers in a sample, then outputs of each layer: 784, 128, 10
    public DenseNet(RandomGenerator random, int... widths) {
        this.widths = widths.clone();
        int layers = widths.length - 1;
        weights = new float[layers][];
        biases = new float[layers][];
        for (int layer = 0; layer < layers; layer++) {
            double spread = Math.sqrt(2.0 / widths[layer]);
            weights[layer] = normal(random, widths[layer] * widths[layer + 1], spread);
            biases[layer] = normal(random, widths[layer + 1], 0.1);
        }
    }

    /// The room that one sample needs: the sample itself, then the outputs of each
    /// layer.
    public float[][] activationsFor(float[] sample) {
        float[][] activations = new float[widths.length][];
        activations[0] = sample;
        for (int level = 1; level < widths.length; level++) {
            activations[level] = new float[widths[level]];
        }
        return activations;
    }

    /// Runs the sample in `activations[0]` through all layers and returns the last
    /// outputs, which stay part of `activations`.
    public float[] forward(float[][] activations) {
        for (int layer = 0; layer < layers(); layer++) {
            layer(layer, activations);
        }
        return activations[layers()];
    }

    /// Takes the sample in `activations` through one layer, counted from 0; it must
    /// have been through the layers before.
    public void layer(int layer, float[][] activations) {
        float[] output = activations[layer + 1];
        VectorDense.layer(activations[layer], weights[layer], biases[layer], output);
        if (layer < layers() - 1) {
            VectorRelu.inPlace(output);
        }
    }

    public int layers() {
        return weights.length;
    }

    /// Numbers in a sample at level 0, outputs of layer `level` - 1 above it.
    public int width(int level) {
        return widths[level];
    }

    /// The weights of a layer, `(inputs, outputs)`; not a copy.
    public float[] weights(int layer) {
        return weights[layer];
    }

    /// The biases of a layer, `(outputs)`; not a copy.
    public float[] biases(int layer) {
        return biases[layer];
    }

    private static float[] normal(RandomGenerator random, int count, double spread) {
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = (float) random.nextGaussian(0, spread);
        }
        return numbers;
    }
}
