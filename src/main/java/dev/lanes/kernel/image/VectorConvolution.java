package dev.lanes.kernel.image;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Convolution] on the vector unit.
public final class VectorConvolution {
    private VectorConvolution() {}

    /// As [Convolution#same].
    public static void same(float[] signal, float[] taps, float least, float[] result) {
        int reach = taps.length / 2;
        int last = signal.length - reach - COUNT;
        if (last < reach) {
            Convolution.same(signal, taps, least, result);
            return;
        }
        Convolution.ends(signal, taps, least, result);
        // Away from the ends every tap has a number to weigh, and nothing is asked.
        if (taps.length == 5) {
            fiveTaps(signal, taps, least, result, last);
        } else {
            anyTaps(signal, taps, least, result, last);
        }
    }

    /// Five taps stay in registers: five loads and five steps make a vector of results.
    private static void fiveTaps(
            float[] signal, float[] taps, float least, float[] result, int last) {
        FloatVector tap0 = FloatVector.broadcast(FLOATS, taps[0]);
        FloatVector tap1 = FloatVector.broadcast(FLOATS, taps[1]);
        FloatVector tap2 = FloatVector.broadcast(FLOATS, taps[2]);
        FloatVector tap3 = FloatVector.broadcast(FLOATS, taps[3]);
        FloatVector tap4 = FloatVector.broadcast(FLOATS, taps[4]);
        for (int next = 2; next < last + COUNT; next += COUNT) {
            // The last vector starts earlier and repeats some results: no rest is left.
            int at = Math.min(next, last);
            // The same register of neighbours, moved back by one for each tap.
            FloatVector sums = FloatVector.fromArray(FLOATS, signal, at + 2).mul(tap0);
            sums = FloatVector.fromArray(FLOATS, signal, at + 1).fma(tap1, sums);
            sums = FloatVector.fromArray(FLOATS, signal, at).fma(tap2, sums);
            sums = FloatVector.fromArray(FLOATS, signal, at - 1).fma(tap3, sums);
            sums = FloatVector.fromArray(FLOATS, signal, at - 2).fma(tap4, sums);
            // While the sums are in a register, one more step costs next to nothing.
            sums.blend(least, sums.lt(least)).intoArray(result, at);
        }
    }

    /// As [#fiveTaps], with every tap fetched anew for each vector of results.
    private static void anyTaps(
            float[] signal, float[] taps, float least, float[] result, int last) {
        int reach = taps.length / 2;
        for (int next = reach; next < last + COUNT; next += COUNT) {
            int at = Math.min(next, last);
            FloatVector sums = FloatVector.zero(FLOATS);
            for (int tap = 0; tap < taps.length; tap++) {
                int from = at + reach - tap;
                sums = FloatVector.fromArray(FLOATS, signal, from)
                        .fma(FloatVector.broadcast(FLOATS, taps[tap]), sums);
            }
            sums.blend(least, sums.lt(least)).intoArray(result, at);
        }
    }
}
