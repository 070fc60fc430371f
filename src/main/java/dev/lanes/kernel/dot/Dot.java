package dev.lanes.kernel.dot;

/// The dot product of two arrays of the same length: the sum of the products of numbers
/// that stand in the same place.
public final class Dot {
    private Dot() {}

    /// Adds up in one sum, in the order of the numbers.
    public static float oneSum(float[] left, float[] right) {
        float sum = 0;
        for (int at = 0; at < left.length; at++) {
            // Slow: each addition waits until the last one is through.
            sum += left[at] * right[at];
        }
        return sum;
    }

    /// As [#oneSum], with multiplication and addition in one instruction, as in lanes.
    public static float oneFusedSum(float[] left, float[] right) {
        return oneFusedSum(left, right, 0);
    }

    /// The same of what stands from `first` on.
    static float oneFusedSum(float[] left, float[] right, int first) {
        float sum = 0;
        for (int at = first; at < left.length; at++) {
            // Slow: each multiply-add waits until the last one is through.
            sum = Math.fma(left[at], right[at], sum);
        }
        return sum;
    }

    /// As [#oneFusedSum], in four sums that take turns.
    public static float fourSums(float[] left, float[] right) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int at = 0;
        for (; at <= left.length - 4; at += 4) {
            // Better: none of the four multiply-adds waits for another.
            sum0 = Math.fma(left[at], right[at], sum0);
            sum1 = Math.fma(left[at + 1], right[at + 1], sum1);
            sum2 = Math.fma(left[at + 2], right[at + 2], sum2);
            sum3 = Math.fma(left[at + 3], right[at + 3], sum3);
        }
        return sum0 + sum1 + (sum2 + sum3) + oneFusedSum(left, right, at);
    }
}
