package dev.lanes.experiment.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BlockedFuturesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 32})
    void tasksThatWaitComputeTheSameScoresEvenOnASingleWorker(int samples) {
        BlockedFutures experiment = new BlockedFutures();
        experiment.samples = samples;
        experiment.fill();
        float[][] expected = Arrays.stream(experiment.straight()).map(float[]::clone).toArray(float[][]::new);
        assertThat(expected).hasDimensions(samples, 10);
        Pools.onEach(pool -> {
            for (int call = 0; call < 50; call++) {
                // Wiped first: both share their arrays, and old scores must not pass for new ones.
                for (float[] scores : experiment.straight()) {
                    Arrays.fill(scores, Float.NaN);
                }
                assertThat(experiment.futuresThatWait(pool)).isDeepEqualTo(expected);
            }
        });
    }
}
