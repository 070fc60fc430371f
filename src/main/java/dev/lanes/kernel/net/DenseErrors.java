package dev.lanes.kernel.net;

/// How the errors of a dense layer's outputs become errors of its inputs: an input has
/// its share in every output, by the weight between them.
public final class DenseErrors {
    private DenseErrors() {}

    /// Sets `inputErrors (inputs)` to `weights (inputs, outputs)` times
    /// `outputErrors (outputs)`; the sizes are the lengths of the arrays.
    public static void ofInputs(
            float[] outputErrors, float[] weights, float[] inputErrors) {
        int outputs = outputErrors.length;
        for (int i = 0; i < inputErrors.length; i++) {
            float sum = 0;
            for (int j = 0; j < outputs; j++) {
                sum += weights[i * outputs + j] * outputErrors[j];
            }
            inputErrors[i] = sum;
        }
    }
}
