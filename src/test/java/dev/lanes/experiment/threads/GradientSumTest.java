package dev.lanes.experiment.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientSumTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 13, 64})
    void everyWayOfAddingUpCountsEverySampleOnceInEveryCall(int samples) {
        GradientSum experiment = new GradientSum();
        experiment.samples = samples;
        experiment.fill();
        float[] expected = experiment.sequential().clone();
        assertThat(expected).hasSize(784 * 128);
        // One sample more or less would change a sum by a quarter on average.
        for (int call = 0; call < 2; call++) {
            assertThat(largestDifference(experiment.oneProduct(), expected)).isLessThan(1e-3f);
        }
        Pools.onEach(pool -> {
            for (int call = 0; call < 2; call++) {
                assertThat(largestDifference(experiment.oneLock(pool), expected)).isLessThan(1e-3f);
                assertThat(largestDifference(experiment.stripedLocks(pool), expected)).isLessThan(1e-3f);
                assertThat(largestDifference(experiment.mergedOnce(pool), expected)).isLessThan(1e-3f);
            }
        });
    }

    private static float largestDifference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        float largest = 0;
        for (int at = 0; at < expected.length; at++) {
            // A NaN stays and fails, too.
            largest = Math.max(largest, Math.abs(actual[at] - expected[at]));
        }
        return largest;
    }
}
