package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Convolution] on the vector unit.
public final class VectorConvolution {
    private VectorConvolution() {}

    /// As [Convolution#same].
    public static void same(float[] signal, float[] taps, float[] result) {
        int reach = taps.length / 2;
        int afterMiddle = signal.length - reach;
        int at = 0;
        for (; at < reach; at++) {
            result[at] = Convolution.weightedSum(signal, taps, at);
        }
        // Away from the ends every tap has a number to weigh, and nothing is asked.
        for (; at <= afterMiddle - COUNT; at += COUNT) {
            weightedSums(signal, taps, at + reach).intoArray(result, at);
        }
        for (; at < signal.length; at++) {
            result[at] = Convolution.weightedSum(signal, taps, at);
        }
    }

    private static FloatVector weightedSums(float[] signal, float[] taps, int ahead) {
        FloatVector sums = FloatVector.zero(FLOATS);
        for (int tap = 0; tap < taps.length; tap++) {
            // The same register of neighbours, moved back by one for each tap.
            FloatVector numbers = FloatVector.fromArray(FLOATS, signal, ahead - tap);
            sums = numbers.fma(FloatVector.broadcast(FLOATS, taps[tap]), sums);
        }
        return sums;
    }
}
