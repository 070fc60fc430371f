package dev.lanes.kernel.image;

/// A filter that slides along a signal: every result is a weighted sum of a number and
/// its neighbours.
public final class Convolution {
    private Convolution() {}

    /// Sets `result` to the middle of the convolution of `signal` with `taps`, as long
    /// as the signal and centred on it, as NumPy's `convolve(signal, taps, 'same')`
    /// does:
    ///
    /// `result[n] = sum over j of taps[j] * signal[n + (taps.length - 1) / 2 - j]`
    ///
    /// The signal counts as zero beyond its ends. A convolution runs through the taps
    /// backwards: the first one weighs the number furthest ahead.
    ///
    /// @param signal not the same array as `result`, and no shorter than `taps`
    /// @param taps an odd number of weights
    /// @param least what takes the place of smaller results: 0 rectifies, negative
    ///     infinity changes none
    public static void same(float[] signal, float[] taps, float least, float[] result) {
        int reach = taps.length / 2;
        ends(signal, taps, least, result);
        for (int at = reach; at < signal.length - reach; at++) {
            float sum = 0;
            for (int tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * signal[at + reach - tap];
            }
            // No decision, so nothing to guess wrong.
            result[at] = Math.max(least, sum);
        }
    }

    /// The results at both ends, so that a loop over all others has no end to look for.
    static void ends(float[] signal, float[] taps, float least, float[] result) {
        for (int at = 0; at < taps.length / 2; at++) {
            int mirrored = signal.length - 1 - at;
            result[at] = Math.max(least, weightedSum(signal, taps, at));
            result[mirrored] = Math.max(least, weightedSum(signal, taps, mirrored));
        }
    }

    /// The result at one place; at the ends, some taps have nothing to weigh.
    private static float weightedSum(float[] signal, float[] taps, int at) {
        int ahead = at + taps.length / 2;
        int first = Math.max(0, ahead - (signal.length - 1));
        int last = Math.min(taps.length - 1, ahead);
        float sum = 0;
        for (int tap = first; tap <= last; tap++) {
            sum += taps[tap] * signal[ahead - tap];
        }
        return sum;
    }
}
