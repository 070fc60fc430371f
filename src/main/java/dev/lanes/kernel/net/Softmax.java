package dev.lanes.kernel.net;

/// Scores as probabilities: each the exponential of its score, scaled so that they add
/// up to 1.
///
/// The largest score is subtracted first. That changes no probability, and no
/// exponential can overflow (Goodfellow, Bengio and Courville, "Deep Learning", section
/// 4.1).
public final class Softmax {
    private Softmax() {}

    /// Sets `probabilities` to those of `scores`, which are as many and at least one.
    public static void of(float[] scores, float[] probabilities) {
        float largest = largest(scores);
        float sum = 0;
        for (int at = 0; at < scores.length; at++) {
            probabilities[at] = (float) Math.exp(scores[at] - largest);
            sum += probabilities[at];
        }
        for (int at = 0; at < scores.length; at++) {
            probabilities[at] /= sum;
        }
    }

    /// The logarithm of the probability at `chosen`, finite even where the probability
    /// itself rounds to zero.
    public static double logarithm(float[] scores, int chosen) {
        float largest = largest(scores);
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - largest);
        }
        return scores[chosen] - largest - Math.log(sum);
    }

    private static float largest(float[] scores) {
        float largest = scores[0];
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        return largest;
    }
}
