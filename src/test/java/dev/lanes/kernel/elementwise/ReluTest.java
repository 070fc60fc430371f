package dev.lanes.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReluTest {
    private static final List<Consumer<float[]>> FORMS = List.of(
            Relu::inPlace,
            VectorRelu::inPlace,
            numbers -> elsewhere(Relu::byMaximum, numbers),
            numbers -> elsewhere(Relu::byBranch, numbers),
            numbers -> elsewhere(VectorRelu::byMaximum, numbers));

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void negativeNumbersBecomeZeroAndOthersStay(int size) {
        float[] before = Numbers.signed(size, 1);
        for (Consumer<float[]> form : FORMS) {
            float[] after = before.clone();
            form.accept(after);
            for (int at = 0; at < size; at++) {
                assertThat(after[at]).isEqualTo(before[at] < 0 ? 0 : before[at]);
            }
        }
    }

    @Test
    void whatIsNotANumberStaysSo() {
        for (Consumer<float[]> form : FORMS) {
            float[] numbers = new float[100];
            numbers[0] = Float.NaN;
            numbers[99] = Float.NaN;
            numbers[50] = Float.NEGATIVE_INFINITY;
            form.accept(numbers);
            assertThat(numbers[0]).isNaN();
            assertThat(numbers[99]).isNaN();
            assertThat(numbers[50]).isZero();
        }
    }

    /// Rectifies into another array, full of rubbish before, and copies that back.
    private static void elsewhere(BiConsumer<float[], float[]> form, float[] numbers) {
        float[] before = numbers.clone();
        float[] rectified = Numbers.signed(numbers.length, 9);
        form.accept(numbers, rectified);
        assertThat(numbers).containsExactly(before);
        System.arraycopy(rectified, 0, numbers, 0, numbers.length);
    }
}
