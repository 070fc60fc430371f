package dev.lanes.kernel.dot;

/// The dot product of two arrays of doubles of the same length.
public final class DoubleDot {
    private DoubleDot() {}

    /// Adds up in one sum, in the order of the numbers.
    public static double oneSum(double[] left, double[] right) {
        return oneSum(left, right, 0);
    }

    /// The dot product of what stands from `first` on.
    static double oneSum(double[] left, double[] right, int first) {
        double sum = 0;
        for (int at = first; at < left.length; at++) {
            // As slow as with floats: each addition waits until the last is through.
            sum += left[at] * right[at];
        }
        return sum;
    }
}
