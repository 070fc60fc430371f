package dev.lanes.experiment.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

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
        Pools.onEach(pool -> {
            for (int call = 0; call < 2; call++) {
                assertThat(experiment.oneLock(pool)).containsExactly(expected, offset(1e-3f));
                assertThat(experiment.stripedLocks(pool)).containsExactly(expected, offset(1e-3f));
                assertThat(experiment.mergedOnce(pool)).containsExactly(expected, offset(1e-3f));
            }
        });
    }
}
