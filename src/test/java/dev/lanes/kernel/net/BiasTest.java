package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BiasTest {
    interface Form {
        void apply(float[] matrix, float[] biases, int fromRow, int toRow);
    }

    private static final int ROWS = 5;

    static IntStream columns() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void theRowsAskedForGetTheBiases(int columns) {
        for (Form form : List.<Form>of(Bias::add, VectorBias::add)) {
            assertRowsOneToThree(columns, form, false);
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void theRowsAskedForGetTheBiasesAndAreRectified(int columns) {
        for (Form form : List.<Form>of(Bias::addAndRectify, VectorBias::addAndRectify)) {
            assertRowsOneToThree(columns, form, true);
        }
    }

    private static void assertRowsOneToThree(int columns, Form form, boolean rectified) {
        float[] before = Numbers.signed(ROWS * columns, 1);
        float[] biases = Numbers.signed(columns, 2);
        float[] after = before.clone();
        form.apply(after, biases, 1, 4);
        for (int at = 0; at < after.length; at++) {
            int row = at / columns;
            float sum = before[at] + biases[at % columns];
            float inside = rectified && sum < 0 ? 0 : sum;
            assertThat(after[at]).as("number %d", at).isEqualTo(row >= 1 && row < 4 ? inside : before[at]);
        }
    }
}
