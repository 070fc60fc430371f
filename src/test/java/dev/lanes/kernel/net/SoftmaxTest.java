package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoftmaxTest {
    private static final List<BiConsumer<float[], float[]>> FORMS = List.of(Softmax::of, VectorSoftmax::of);

    static IntStream sizes() {
        return Numbers.sizes().filter(size -> size > 0);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormGivesTheProbabilitiesOfDoublePrecision(int size) {
        float[] scores = Numbers.signed(size, 3);
        for (int at = 0; at < size; at++) {
            scores[at] *= 20;
        }
        double largest = IntStream.range(0, size).mapToDouble(at -> scores[at]).max().orElseThrow();
        double sum = IntStream.range(0, size).mapToDouble(at -> Math.exp(scores[at] - largest)).sum();
        for (BiConsumer<float[], float[]> form : FORMS) {
            float[] probabilities = probabilities(form, scores);
            for (int at = 0; at < size; at++) {
                double exact = Math.exp(scores[at] - largest) / sum;
                // Where the difference to the largest score is 32 to 40, it rounds by up to 2^-19.
                assertThat((double) probabilities[at]).as("%d of %d", at, size)
                        .isCloseTo(exact, offset(exact * (0x1p-18 + size * 0x1p-24)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theProbabilitiesMayTakeThePlaceOfTheScores(int size) {
        float[] scores = Numbers.signed(size, 4);
        for (BiConsumer<float[], float[]> form : FORMS) {
            float[] inPlace = scores.clone();
            form.accept(inPlace, inPlace);
            assertThat(inPlace).containsExactly(probabilities(form, scores));
        }
    }

    @Test
    void probabilitiesStandInTheRatioOfTheExponentials() {
        for (BiConsumer<float[], float[]> form : FORMS) {
            assertThat(probabilities(form, 0, (float) Math.log(2), (float) Math.log(5)))
                    .containsExactly(new float[] {0.125f, 0.25f, 0.625f}, offset(1e-6f));
        }
    }

    @Test
    void scoresTooLargeForAnExponentialDoNotOverflow() {
        for (BiConsumer<float[], float[]> form : FORMS) {
            assertThat(probabilities(form, 1000, 1000, -1000)).containsExactly(0.5f, 0.5f, 0);
            float[] scores = new float[100];
            scores[7] = 1000;
            scores[8] = Float.NEGATIVE_INFINITY;
            assertThat(probabilities(form, scores)).containsOnlyOnce(1).contains(0).hasSize(100);
        }
    }

    /// The largest score at every place: what is overlooked makes an exponential that overflows.
    @ParameterizedTest
    @MethodSource("sizes")
    void theLargestScoreIsFoundWhereverItStands(int size) {
        for (BiConsumer<float[], float[]> form : FORMS) {
            for (int at = 0; at < size; at += 1 + size / 100) {
                float[] scores = new float[size];
                scores[at] = 1000;
                assertThat(probabilities(form, scores)[at]).as("%d of %d", at, size).isEqualTo(1);
            }
        }
    }

    @Test
    void aScoreThatIsNotANumberSpoilsAllProbabilities() {
        for (BiConsumer<float[], float[]> form : FORMS) {
            for (int at = 0; at < 100; at++) {
                float[] scores = new float[100];
                scores[at] = Float.NaN;
                for (float probability : probabilities(form, scores)) {
                    assertThat(probability).isNaN();
                }
            }
        }
    }

    @Test
    void theLogarithmIsThatOfTheProbability() {
        float[] scores = Numbers.signed(10, 1);
        float[] probabilities = new float[10];
        Softmax.of(scores, probabilities);
        for (int at = 0; at < 10; at++) {
            assertThat(Softmax.logarithm(scores, at)).isCloseTo(Math.log(probabilities[at]), offset(1e-6));
        }
    }

    @Test
    void theLogarithmIsFiniteWhereTheProbabilityIsNot() {
        assertThat(Softmax.logarithm(new float[] {0, 1000}, 0)).isEqualTo(-1000);
    }

    @Test
    void equalScoresLoseTheLogarithmOfTheirNumber() {
        assertThat(CrossEntropy.loss(new float[10], 3)).isCloseTo(Math.log(10), offset(1e-12));
    }

    @Test
    void aSureAndRightAnswerLosesNothing() {
        assertThat(CrossEntropy.loss(new float[] {0, 50, 0}, 1)).isCloseTo(0, offset(1e-12));
    }

    @Test
    void errorsAreTheSlopesOfTheLoss() {
        float[] scores = Numbers.signed(10, 1);
        float[] errors = new float[10];
        CrossEntropy.errors(scores, 4, errors);
        for (int at = 0; at < 10; at++) {
            float[] higher = scores.clone();
            float[] lower = scores.clone();
            higher[at] += 0.01f;
            lower[at] -= 0.01f;
            double slope = (CrossEntropy.loss(higher, 4) - CrossEntropy.loss(lower, 4)) / (higher[at] - lower[at]);
            assertThat((double) errors[at]).as("error %d", at).isCloseTo(slope, offset(1e-5));
        }
    }

    private static float[] probabilities(BiConsumer<float[], float[]> form, float... scores) {
        float[] probabilities = new float[scores.length];
        form.accept(scores, probabilities);
        return probabilities;
    }
}
