package dev.lanes.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataParallelTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 43, 64})
    void everyVariantScoresEveryImage(int images) {
        DataParallel experiment = new DataParallel();
        experiment.images = images;
        experiment.fill();
        float[] expected = experiment.wholeBatch().clone();
        assertThat(expected).hasSize(images * 10);
        Pools.onEach(pool -> {
            // Wiped first: the variants share their arrays, and old scores must not pass for new ones.
            Arrays.fill(experiment.wholeBatch(), Float.NaN);
            assertThat(experiment.chunksOf16(pool)).containsExactly(expected);
            Arrays.fill(experiment.wholeBatch(), Float.NaN);
            assertThat(experiment.chunkPerWorker(pool)).containsExactly(expected);
        });
    }
}
