package dev.lanes.kernel;

/// The biases of a dense layer, added to the outputs of a whole batch.
public final class Bias {
    private Bias() {}

    /// Adds `biases (outputs)` to the rows `from` (included) to `to` (excluded) of
    /// `outputs (samples, outputs)`.
    public static void addToRows(float[] outputs, float[] biases, int from, int to) {
        for (int sample = from; sample < to; sample++) {
            for (int j = 0; j < biases.length; j++) {
                outputs[sample * biases.length + j] += biases[j];
            }
        }
    }
}
