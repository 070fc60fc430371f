package dev.lanes.kernel.elementwise;

/// Distances from a mean, in standard deviations: `(number - mean) / deviation`.
public final class Standardise {
    private Standardise() {}

    /// Divides every distance by the deviation.
    public static void byDivision(
            float[] numbers, float mean, float deviation, float[] distances) {
        for (int at = 0; at < numbers.length; at++) {
            // A division keeps its unit busy for several cycles; the deviation is the
            // same each time, but dividing by it gives the last bit that rounding wants.
            distances[at] = (numbers[at] - mean) / deviation;
        }
    }

    /// Divides once and multiplies every distance; that rounds once more, so the last
    /// bit may differ.
    public static void byReciprocal(
            float[] numbers, float mean, float deviation, float[] distances) {
        float perDeviation = 1 / deviation;
        for (int at = 0; at < numbers.length; at++) {
            distances[at] = (numbers[at] - mean) * perDeviation;
        }
    }
}
