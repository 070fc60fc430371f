package dev.lanes.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.BesideOthers;
import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class NoiseTest {
    interface Form {
        void add(float[] numbers, int seed, float deviation);
    }

    private static final List<Form> FORMS = List.of(Noise::add, VectorNoise::add);
    private static final int MANY = 1 << 20;

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theTwinsAddTheSameNoiseToTheLastBit(int size) {
        for (int seed : new int[] {0, 1, -1, 99}) {
            float[] plain = Numbers.signed(size, 1);
            float[] vector = plain.clone();
            Noise.add(plain, seed, 0.3f);
            VectorNoise.add(vector, seed, 0.3f);
            Exact.assertSame(vector, plain);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, -7})
    void itHasMeanZeroTheDeviationAskedForAndTheShapeOfABell(int seed) {
        for (Form form : FORMS) {
            float[] noise = noise(form, seed, MANY, 2);
            // Five standard errors around what is expected of so many numbers.
            double sum = 0;
            double squares = 0;
            int within = 0;
            float largest = 0;
            for (float number : noise) {
                sum += number;
                squares += (double) number * number;
                within += Math.abs(number) < 2 ? 1 : 0;
                largest = Math.max(largest, Math.abs(number));
            }
            assertThat(sum / MANY).isCloseTo(0, offset(5 * 2 / Math.sqrt(MANY)));
            assertThat(squares / MANY).isCloseTo(4, offset(0.03));
            // The normal distribution has 68 % within one deviation; one die has 58 %.
            assertThat((double) within / MANY).isBetween(0.65, 0.70);
            assertThat(largest).isLessThanOrEqualTo(2 * 3.5f);
        }
    }

    @Test
    void neighboursAndOtherSeedsKnowNothingOfEachOther() {
        float[] one = noise(Noise::add, 1, MANY, 1);
        assertThat(correlation(one, noise(Noise::add, 2, MANY, 1))).isCloseTo(0, offset(0.005));
        for (int distance : new int[] {1, 2, 16, 224}) {
            assertThat(correlation(one, Arrays.copyOfRange(one, distance, MANY))).isCloseTo(0, offset(0.005));
        }
    }

    @Test
    void itIsAddedToWhatIsThere() {
        for (Form form : FORMS) {
            float[] numbers = new float[100];
            Arrays.fill(numbers, 64);
            form.add(numbers, 5, 0.5f);
            float[] alone = noise(form, 5, 100, 0.5f);
            for (int at = 0; at < 100; at++) {
                assertThat(numbers[at]).isCloseTo(64 + alone[at], offset(1e-5f));
            }
        }
    }

    /// MurmurHash3's published test values for empty input end in this step alone.
    @Test
    void bitsAreScrambledAsInMurmurHash() {
        assertThat(Noise.scramble(0)).isZero();
        assertThat(Noise.scramble(1)).isEqualTo(0x514E28B7);
        assertThat(Noise.scramble(-1)).isEqualTo(0x81F16F39);
    }

    private static float[] noise(Form form, int seed, int count, float deviation) {
        float[] numbers = new float[count];
        form.add(numbers, seed, deviation);
        return numbers;
    }

    /// Of numbers with mean 0 and variance 1, place by place, as far as the shorter array goes.
    private static double correlation(float[] one, float[] other) {
        int length = Math.min(one.length, other.length);
        double sum = 0;
        for (int at = 0; at < length; at++) {
            sum += one[at] * other[at];
        }
        return sum / length;
    }
}
