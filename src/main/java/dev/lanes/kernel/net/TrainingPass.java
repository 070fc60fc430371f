package dev.lanes.kernel.net;

import dev.lanes.kernel.elementwise.VectorAddition;
import dev.lanes.kernel.matmul.VectorOuterProduct;

/// One labelled sample on its way forward through a [DenseNet] and back, with the room
/// that this takes.
///
/// The way back is backpropagation (Rumelhart, Hinton and Williams 1986). The loss is
/// the cross-entropy of the last outputs after a softmax.
public final class TrainingPass {
    private final DenseNet network;
    private final int label;
    private final float[][] activations;
    private final float[][] errors;

    /// @param label which of the network's last outputs should be the largest
    public TrainingPass(DenseNet network, float[] sample, int label) {
        this.network = network;
        this.label = label;
        activations = network.activationsFor(sample);
        // Level 0 is never written: nobody asks for the errors of the sample itself.
        errors = network.activationsFor(sample);
    }

    /// Adds the gradient of this sample's loss to `sums` and returns the loss.
    public double addGradient(DenseGradient sums) {
        float[] scores = network.forward(activations);
        CrossEntropy.errors(scores, label, errors[network.layers()]);
        for (int layer = network.layers() - 1; layer >= 0; layer--) {
            float[] inputs = activations[layer];
            float[] outputErrors = errors[layer + 1];
            VectorOuterProduct.add(inputs, outputErrors, sums.byWeights(layer));
            float[] byBiases = sums.byBiases(layer);
            VectorAddition.add(byBiases, outputErrors, byBiases);
            if (layer > 0) {
                float[] weights = network.weights(layer);
                VectorDenseErrors.ofInputs(outputErrors, weights, errors[layer]);
                clearHeldBack(inputs, errors[layer]);
            }
        }
        return CrossEntropy.loss(scores, label);
    }

    /// What a rectifier held back had no part in the loss, so its error is zero.
    private static void clearHeldBack(float[] rectified, float[] errors) {
        for (int at = 0; at < errors.length; at++) {
            if (rectified[at] <= 0) {
                errors[at] = 0;
            }
        }
    }
}
