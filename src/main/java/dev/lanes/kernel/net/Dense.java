package dev.lanes.kernel.net;

/// A dense layer for one sample: every output is a weighted sum of all inputs, plus a
/// bias.
public final class Dense {
    private Dense() {}

    /// Sets `output (outputs)` to `input (inputs)` times `weights (inputs, outputs)`
    /// plus `biases (outputs)`; the sizes are the lengths of the arrays.
    public static void layer(
            float[] input, float[] weights, float[] biases, float[] output) {
        int outputs = output.length;
        System.arraycopy(biases, 0, output, 0, outputs);
        for (int i = 0; i < input.length; i++) {
            float factor = input[i];
            for (int j = 0; j < outputs; j++) {
                // No lanes: for all the JIT of JDK 25 knows, the arrays may be one.
                output[j] += factor * weights[i * outputs + j];
            }
        }
    }
}
