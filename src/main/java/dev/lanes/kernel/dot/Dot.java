package dev.lanes.kernel.dot;

/// The dot product of two arrays of the same length: the sum of the products of numbers
/// that stand in the same place.
public final class Dot {
    private Dot() {}

    /// Adds up in one sum, in the order of the numbers.
    public static float oneSum(float[] left, float[] right) {
        return oneSum(left, right, 0);
    }

    /// The dot product of what stands from `first` on.
    static float oneSum(float[] left, float[] right, int first) {
        float sum = 0;
        for (int at = first; at < left.length; at++) {
            // Slow: each addition waits until the last one is through.
            sum += left[at] * right[at];
        }
        return sum;
    }

    /// Adds up in four sums that take turns.
    public static float fourSums(float[] left, float[] right) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int at = 0;
        for (; at <= left.length - 4; at += 4) {
            // Better: none of the four additions waits for another.
            sum0 += left[at] * right[at];
            sum1 += left[at + 1] * right[at + 1];
            sum2 += left[at + 2] * right[at + 2];
            sum3 += left[at + 3] * right[at + 3];
        }
        return sum0 + sum1 + (sum2 + sum3) + oneSum(left, right, at);
    }
}
