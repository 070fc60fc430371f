package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.net.Dense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxedDenseTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 17", "40, 5", "0, 4"})
    void itComputesWhatTheLayerOnArraysComputes(int inputs, int outputs) {
        var random = SeededInputs.random();
        float[] input = SeededInputs.uniform(random, inputs, -1, 1);
        float[] weights = SeededInputs.uniform(random, inputs * outputs, -1, 1);
        float[] biases = SeededInputs.uniform(random, outputs, -1, 1);
        float[] expected = new float[outputs];
        Dense.layer(input, weights, biases, expected);

        List<Float> output = BoxedLists.of(new float[outputs]);
        BoxedDense.layer(
                BoxedLists.of(input), BoxedLists.rows(weights, outputs), BoxedLists.of(biases), output);

        // The additions have the same order, so even the last digit agrees.
        assertThat(output).isEqualTo(BoxedLists.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"-2, 0", "0, 0", "3, 3"})
    void negativeNumbersBecomeZeroAndOthersStay(float before, float after) {
        List<Float> numbers = new ArrayList<>(List.of(1f, before, 1f));
        BoxedDense.rectify(numbers);
        assertThat(numbers).containsExactly(1f, after, 1f);
    }
}
