package dev.lanes.kernel;

import java.util.Random;
import java.util.stream.IntStream;

/// Inputs of the kernel tests: random numbers, always the same, and the sizes at which vector code goes wrong.
public final class Numbers {
    /// Around one, two, four and eight vectors of any machine's lane count, and far from all of them.
    private static final int[] SIZES = {
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 95, 127, 128, 129, 255, 257, 1000
    };

    private Numbers() {}

    public static IntStream sizes() {
        return IntStream.of(SIZES);
    }

    /// `count` numbers from -1 to 1, the same for the same seed.
    public static float[] signed(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = random.nextFloat(-1, 1);
        }
        return numbers;
    }
}
