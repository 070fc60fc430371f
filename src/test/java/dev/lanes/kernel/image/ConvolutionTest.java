package dev.lanes.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
    interface Form {
        void same(float[] signal, float[] taps, float least, float[] result);
    }

    private static final List<Form> FORMS = List.of(Convolution::same, VectorConvolution::same);

    record Shape(int signal, int taps) {}

    static Stream<Shape> shapes() {
        return Numbers.sizes().boxed().flatMap(signal ->
                Stream.of(1, 3, 5, 9).filter(taps -> taps <= signal).map(taps -> new Shape(signal, taps)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormGivesTheMiddleOfTheFullConvolution(Shape shape) {
        float[] signal = Numbers.signed(shape.signal, 1);
        float[] taps = Numbers.signed(shape.taps, 2);
        double[] full = new double[shape.signal + shape.taps - 1];
        double[] magnitudes = new double[full.length];
        for (int at = 0; at < shape.signal; at++) {
            for (int tap = 0; tap < shape.taps; tap++) {
                double term = (double) signal[at] * taps[tap];
                full[at + tap] += term;
                magnitudes[at + tap] += Math.abs(term);
            }
        }
        int cutOff = (shape.taps - 1) / 2;
        for (Form form : FORMS) {
            float[] result = result(form, signal, taps);
            for (int at = 0; at < shape.signal; at++) {
                Exact.assertWithinRounding(result[at], full[at + cutOff], magnitudes[at + cutOff], shape.taps + 1,
                        "result %d of %s".formatted(at, shape));
            }
        }
    }

    /// From the manual page of `numpy.convolve`.
    @Test
    void theExampleOfNumPysManualComesOut() {
        for (Form form : FORMS) {
            assertThat(result(form, new float[] {1, 2, 3}, new float[] {0, 1, 0.5f})).containsExactly(1, 2.5f, 4);
        }
    }

    /// NumPy 2.4's answers to the same numbers.
    @Test
    void fiveUnequalTapsWeighTheSignalBackwardsAsInNumPy() {
        for (Form form : FORMS) {
            assertThat(result(form, new float[] {1, 2, 3, 4, 5, 6, 7}, new float[] {2, -1, 3, 0, 5}))
                    .containsExactly(7, 11, 20, 29, 38, 31, 46);
            assertThat(result(form, new float[] {3, -1, 4, 1, -5}, new float[] {2, 7, 1, 8, -2}))
                    .containsExactly(4, 53, -13, 0, -5);
        }
    }

    @Test
    void anImpulseBringsOutTheTapsInTheirOrder() {
        float[] impulse = new float[101];
        impulse[50] = 1;
        for (Form form : FORMS) {
            float[] result = result(form, impulse, new float[] {1, 2, 3, 4, 5});
            assertThat(Arrays.copyOfRange(result, 47, 54)).containsExactly(0, 1, 2, 3, 4, 5, 0);
        }
    }

    @Test
    void noResultIsSmallerThanTheLeastAndNaNStays() {
        float[] signal = Numbers.signed(203, 1);
        signal[100] = Float.NaN;
        for (int length : new int[] {3, 5}) {
            float[] taps = Numbers.signed(length, 2);
            for (Form form : FORMS) {
                float[] free = result(form, signal, taps);
                float[] rectified = new float[signal.length];
                form.same(signal, taps, 0, rectified);

                for (int at = 0; at < free.length; at++) {
                    assertThat(rectified[at]).isEqualTo(Float.valueOf(free[at] < 0 ? 0 : free[at]));
                }
                assertThat(rectified[100]).isNaN();
            }
        }
    }

    private static float[] result(Form form, float[] signal, float[] taps) {
        float[] result = new float[signal.length];
        Arrays.fill(result, Float.NaN);
        form.same(signal, taps, Float.NEGATIVE_INFINITY, result);
        return result;
    }
}
