package dev.lanes.worker.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.dot.Dot;
import dev.lanes.kernel.dot.VectorDot;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorUseTest {
    @ParameterizedTest
    @CsvSource({
        "plain,         false",
        "plainInLambda, false",
        "direct,        true",
        "inLambda,      true",
        "byReference,   true",
        "twoCallsAway,  true",
        "missing,       false",
    })
    void vectorsAreFoundHoweverTheyAreReached(String method, boolean expected) {
        assertThat(VectorUse.reaches(Callers.class, method)).isEqualTo(expected);
    }

    /// Callers of kernels, of which only their code is looked at.
    static final class Callers {
        float plain(float[] numbers) {
            return Dot.fourSums(numbers, numbers);
        }

        double plainInLambda(float[] numbers) {
            return apply(all -> Dot.fourSums(all, all), numbers);
        }

        float direct(float[] numbers) {
            return VectorDot.fourSums(numbers, numbers);
        }

        double inLambda(float[] numbers) {
            return apply(all -> VectorDot.fourSums(all, all), numbers);
        }

        double byReference(float[] numbers) {
            return apply(Callers::square, numbers);
        }

        double twoCallsAway(float[] numbers) {
            return inLambda(numbers);
        }

        private static double square(float[] numbers) {
            return VectorDot.fourSums(numbers, numbers);
        }

        private static double apply(ToDoubleFunction<float[]> function, float[] numbers) {
            return function.applyAsDouble(numbers);
        }
    }
}
