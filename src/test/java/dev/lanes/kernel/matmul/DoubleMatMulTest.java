package dev.lanes.kernel.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both forms on whole numbers, where doubles lose nothing.
class DoubleMatMulTest {
    interface Form {
        void multiply(double[] left, double[] right, double[] product, int rows, int inner, int columns);
    }

    private static final List<Form> FORMS = List.of(DoubleMatMul::byDotProducts, VectorDoubleMatMul::byDotProducts);

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormComputesTheProductWhateverTheColumns(int columns) {
        everyFormComputesTheProduct(5, 11, columns);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormComputesTheProductWhateverTheTermsOfASum(int inner) {
        everyFormComputesTheProduct(3, inner, 21);
    }

    private static void everyFormComputesTheProduct(int rows, int inner, int columns) {
        double[] left = wholeNumbers(rows * inner, 1);
        double[] right = wholeNumbers(inner * columns, 2);
        double[] expected = new double[rows * columns + 40];
        Arrays.fill(expected, -3);
        for (int at = 0; at < rows * columns; at++) {
            int row = at / columns;
            int column = at % columns;
            expected[at] = IntStream.range(0, inner)
                    .mapToDouble(k -> left[row * inner + k] * right[k * columns + column])
                    .sum();
        }
        for (Form form : FORMS) {
            double[] product = new double[rows * columns + 40];
            Arrays.fill(product, -3);
            form.multiply(left, right, product, rows, inner, columns);
            form.multiply(left, right, product, rows, inner, columns);
            assertThat(product).containsExactly(expected);
        }
    }

    private static double[] wholeNumbers(int count, long seed) {
        return new Random(seed).ints(count, -1_000_000, 1_000_000).asDoubleStream().toArray();
    }
}
