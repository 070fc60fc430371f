package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void probabilitiesStandInTheRatioOfTheExponentials() {
        float[] probabilities = new float[3];
        Softmax.of(new float[] {0, (float) Math.log(2), (float) Math.log(5)}, probabilities);
        assertThat(probabilities).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, offset(1e-6f));
    }

    @Test
    void scoresTooLargeForAnExponentialDoNotOverflow() {
        float[] probabilities = new float[3];
        Softmax.of(new float[] {1000, 1000, -1000}, probabilities);
        assertThat(probabilities).containsExactly(0.5f, 0.5f, 0);
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
}
