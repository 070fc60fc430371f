package dev.lanes.experiment;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The source of all inputs: random, and the same on every machine and in every
/// process, so that the outputs of variants can be compared wherever they were
/// measured.
public final class SeededInputs {
    private SeededInputs() {}

    /// A generator that always begins the same sequence.
    public static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(20_250_916);
    }

    /// `count` numbers spread evenly from `low` (included) to `high` (excluded).
    public static float[] uniform(
            RandomGenerator random, int count, float low, float high) {
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = random.nextFloat(low, high);
        }
        return numbers;
    }
}
