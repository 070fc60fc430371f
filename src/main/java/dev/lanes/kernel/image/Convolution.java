package dev.lanes.kernel.image;

import dev.lanes.kernel.elementwise.Elementwise;

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
        if (taps.length == 5) {
            fiveTaps(signal, taps, result);
        } else {
            anyTaps(signal, taps, result);
        }
        // A loop of its own, and no decision in it: nothing is guessed wrong.
        Elementwise.atLeast(result, least, result, reach, signal.length - reach);
    }

    /// Away from the ends every tap has a number to weigh, and nothing is asked.
    private static void fiveTaps(float[] signal, float[] taps, float[] result) {
        float tap0 = taps[0];
        float tap1 = taps[1];
        float tap2 = taps[2];
        float tap3 = taps[3];
        float tap4 = taps[4];
        for (int at = 2; at < signal.length - 2; at++) {
            result[at] = tap0 * signal[at + 2]
                    + tap1 * signal[at + 1]
                    + tap2 * signal[at]
                    + tap3 * signal[at - 1]
                    + tap4 * signal[at - 2];
        }
    }

    /// As [#fiveTaps], with every tap fetched anew for each result.
    private static void anyTaps(float[] signal, float[] taps, float[] result) {
        int reach = taps.length / 2;
        for (int at = reach; at < signal.length - reach; at++) {
            float sum = 0;
            for (int tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * signal[at + reach - tap];
            }
            result[at] = sum;
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
