package dev.lanes.kernel.image;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The twin of [Noise] on the vector unit; its noise is the same to the last bit.
public final class VectorNoise {
    /// As many whole numbers as a register has floats.
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, FLOATS.vectorShape());

    private VectorNoise() {}

    /// As [Noise#add].
    public static void add(float[] numbers, int seed, float deviation) {
        int key = Noise.scramble(seed);
        float scale = deviation / Noise.DEVIATION;
        IntVector strides = IntVector.zero(INTS).addIndex(1).mul(Noise.STRIDE);
        int wholeVectors = FLOATS.loopBound(numbers.length);
        for (int at = 0; at < wholeVectors; at += COUNT) {
            IntVector sums = byteSum(scramble(strides.add(key + at * Noise.STRIDE)));
            FloatVector noise = ((FloatVector) sums.convert(VectorOperators.I2F, 0))
                    .sub(Noise.MEAN).mul(scale);
            FloatVector.fromArray(FLOATS, numbers, at).add(noise).intoArray(numbers, at);
        }
        for (int at = wholeVectors; at < numbers.length; at++) {
            int sum = Noise.byteSum(Noise.scramble(key + at * Noise.STRIDE));
            numbers[at] += (sum - Noise.MEAN) * scale;
        }
    }

    private static IntVector byteSum(IntVector bits) {
        IntVector first = bits.and(0xFF);
        IntVector second = bits.lanewise(VectorOperators.LSHR, 8).and(0xFF);
        IntVector third = bits.lanewise(VectorOperators.LSHR, 16).and(0xFF);
        IntVector fourth = bits.lanewise(VectorOperators.LSHR, 24);
        return first.add(second).add(third.add(fourth));
    }

    /// As [Noise#scramble].
    private static IntVector scramble(IntVector numbers) {
        IntVector bits = foldDown(numbers, 16).mul(0x85EBCA6B);
        bits = foldDown(bits, 13).mul(0xC2B2AE35);
        return foldDown(bits, 16);
    }

    private static IntVector foldDown(IntVector bits, int by) {
        IntVector lowered = bits.lanewise(VectorOperators.LSHR, by);
        return bits.lanewise(VectorOperators.XOR, lowered);
    }
}
