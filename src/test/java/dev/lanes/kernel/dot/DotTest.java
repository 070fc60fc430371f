package dev.lanes.kernel.dot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DotTest {
    interface Form {
        float dot(float[] left, float[] right);
    }

    interface DoubleForm {
        double dot(double[] left, double[] right);
    }

    private static final List<Form> FORMS = List.of(
            Dot::oneSum, Dot::oneFusedSum, Dot::fourSums, VectorDot::fourSums,
            FixedWidthDot::oneSumOf64Bits, FixedWidthDot::oneSumOf128Bits,
            FixedWidthDot::oneSumOf256Bits, FixedWidthDot::oneSumOf512Bits, FixedWidthDot::fourSumsOf128Bits);

    private static final List<DoubleForm> DOUBLE_FORMS = List.of(DoubleDot::oneSum, VectorDoubleDot::fourSums);

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormAddsUpAllProducts(int size) {
        float[] left = Numbers.signed(size, 1);
        float[] right = Numbers.signed(size, 2);
        double exact = 0;
        double magnitude = 0;
        for (int at = 0; at < size; at++) {
            exact += (double) left[at] * right[at];
            magnitude += Math.abs((double) left[at] * right[at]);
        }
        for (Form form : FORMS) {
            Exact.assertWithinRounding(form.dot(left, right), exact, magnitude, size + 1, "the dot product");
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void doublesLoseNothingWhereProductsAndSumsAreWholeNumbers(int size) {
        double[] left = new double[size];
        double[] right = new double[size];
        double expected = 0;
        for (int at = 0; at < size; at++) {
            left[at] = 1L << 30 | at;
            right[at] = at % 2 == 0 ? 3 : -5;
            expected += left[at] * right[at];
        }
        for (DoubleForm form : DOUBLE_FORMS) {
            assertThat(form.dot(left, right)).isEqualTo(expected);
        }
    }
}
