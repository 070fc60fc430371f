package dev.lanes.experiment.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.BesideOthers;
import dev.lanes.experiment.Pools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class GradientAccumulatorTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 13, 16})
    void theSumsAreTheSameWhateverTheOrder(int samples) {
        GradientAccumulator experiment = experiment(samples);
        float[] expected = experiment.sequential().clone();
        Pools.onEach(pool -> {
            for (int call = 0; call < 2; call++) {
                assertThat(experiment.oneLock(pool)).containsExactly(expected, offset(1e-6f));
            }
        });
    }

    @Test
    void gradientsOfDifferentSamplesDifferAndSpreadByAHundredth() {
        float[] one = experiment(1).sequential();
        float[] two = experiment(2).sequential();
        double squares = 0;
        for (int at = 0; at < one.length; at++) {
            assertThat(two[at]).isNotEqualTo(2 * one[at]);
            squares += one[at] * one[at];
        }
        assertThat(one).hasSize(100 * 50);
        assertThat(Math.sqrt(squares / one.length)).isCloseTo(0.01, offset(0.001));
    }

    private static GradientAccumulator experiment(int samples) {
        GradientAccumulator experiment = new GradientAccumulator();
        experiment.samples = samples;
        experiment.fill();
        return experiment;
    }
}
