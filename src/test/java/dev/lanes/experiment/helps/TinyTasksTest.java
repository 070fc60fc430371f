package dev.lanes.experiment.helps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TinyTasksTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 100, 10_001})
    void everyVariantSquaresEveryNumber(int count) {
        TinyTasks experiment = new TinyTasks();
        experiment.count = count;
        experiment.fill();
        float[] expected = experiment.plainLoop().clone();
        assertThat(expected).hasSize(count);
        Pools.onEach(pool -> {
            Arrays.fill(experiment.plainLoop(), -1);
            assertThat(experiment.oneTaskPerNumber(pool)).containsExactly(expected);
            Arrays.fill(experiment.plainLoop(), -1);
            assertThat(experiment.chunkPerWorker(pool)).containsExactly(expected);
        });
    }
}
