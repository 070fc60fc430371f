package dev.lanes.kernel.net;

/// How far scores are from the right answer: minus the logarithm of the probability
/// that [Softmax] gives to it.
public final class CrossEntropy {
    private CrossEntropy() {}

    /// 0 where the label has all the probability, the logarithm of the number of
    /// classes where all classes have the same.
    public static double loss(float[] scores, int label) {
        return -Softmax.logarithm(scores, label);
    }

    /// Sets `errors` to the loss's derivatives by the scores: the probabilities, less 1
    /// at the label.
    public static void errors(float[] scores, int label, float[] errors) {
        VectorSoftmax.of(scores, errors);
        errors[label] -= 1;
    }
}
