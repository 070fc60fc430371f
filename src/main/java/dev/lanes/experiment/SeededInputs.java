package dev.lanes.experiment;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The source of all inputs: random, and the same on every machine and in every
/// process, so that the outputs of variants can be compared wherever they were
/// measured.
public final class SeededInputs {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private SeededInputs() {}

    /// A generator that always begins the same sequence.
    public static RandomGenerator random() {
        return random(20_250_916);
    }

    /// A generator that always begins the same sequence for the same `seed`.
    public static RandomGenerator random(long seed) {
        return GENERATORS.create(seed);
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

    /// Fills `numbers` with draws from the normal distribution around zero.
    ///
    /// @param spread the standard deviation
    public static void fillNormal(
            RandomGenerator random, float[] numbers, double spread) {
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = (float) random.nextGaussian(0, spread);
        }
    }
}
