package dev.lanes.kernel.elementwise;

/// The sums of two arrays, place by place.
public final class Addition {
    private Addition() {}

    /// Sets each of `sums` to the sum of the two numbers in its place.
    public static void add(float[] first, float[] second, float[] sums) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] = first[at] + second[at];
        }
    }
}
