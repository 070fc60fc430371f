package dev.lanes.kernel;

/// The sum of two arrays, kept in one of them.
public final class Accumulation {
    private Accumulation() {}

    /// Adds each of `numbers` to the sum that stands at its place; `sums` has the same
    /// length.
    public static void add(float[] numbers, float[] sums) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += numbers[at];
        }
    }
}
