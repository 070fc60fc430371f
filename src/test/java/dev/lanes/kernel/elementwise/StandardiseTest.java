package dev.lanes.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardiseTest {
    private static final float MEAN = 0.25f;
    private static final float DEVIATION = 0.3f;

    interface Form {
        void work(float[] numbers, float mean, float deviation, float[] distances);
    }

    private static final List<Form> FORMS =
            List.of(Standardise::byDivision, Standardise::byReciprocal, VectorStandardise::byReciprocal);

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormCountsTheDistanceInDeviations(int size) {
        float[] numbers = Numbers.signed(size, 1);
        for (Form form : FORMS) {
            float[] distances = new float[size];
            form.work(numbers, MEAN, DEVIATION, distances);
            for (int at = 0; at < size; at++) {
                double exact = ((double) numbers[at] - MEAN) / DEVIATION;
                assertThat((double) distances[at]).isCloseTo(exact, offset(4 * 0x1p-24 * (Math.abs(exact) + 1)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theTwinsAgreeToTheLastBit(int size) {
        float[] numbers = Numbers.signed(size, 2);
        float[] scalar = new float[size];
        float[] vector = new float[size];
        Standardise.byReciprocal(numbers, MEAN, DEVIATION, scalar);
        VectorStandardise.byReciprocal(numbers, MEAN, DEVIATION, vector);
        assertThat(vector).isEqualTo(scalar);
    }
}
