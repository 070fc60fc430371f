package dev.lanes.experiment.helps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeMatmulTest {
    @ParameterizedTest
    @ValueSource(ints = {256, 523})
    void rowPanelsMakeTheSameProduct(int size) {
        LargeMatmul experiment = new LargeMatmul();
        experiment.size = size;
        experiment.fill();
        float[] expected = experiment.oneThread().clone();
        assertThat(expected).hasSize(size * size);
        Pools.onEach(pool -> {
            // Wiped first: the variants share the array, and an old product must not pass for a new one.
            Arrays.fill(experiment.oneThread(), Float.NaN);
            // Which worker makes a row does not change how its sums are rounded.
            assertThat(experiment.rowPanels(pool)).isEqualTo(expected);
        });
    }
}
