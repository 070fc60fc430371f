package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverSynchroniseTest {
    @ParameterizedTest
    @ValueSource(ints = {80, 171, 8_000, 80_000})
    void everyListGetsTheSameItems(int items) {
        OverSynchronise experiment = new OverSynchronise();
        experiment.items = items;
        int[] expected = experiment.sequential();
        assertThat(Arrays.stream(expected).sum()).isEqualTo(items);
        Pools.onEach(pool -> {
            assertThat(experiment.lockPerItem(pool)).containsExactly(expected);
            assertThat(experiment.lockOncePerWorker(pool)).containsExactly(expected);
            assertThat(experiment.lockFreeList(pool)).containsExactly(expected);
        });
    }

    @Test
    void anItemIsTheSumOfTheDigitsOfASquare() {
        OverSynchronise experiment = new OverSynchronise();
        experiment.items = 10;
        int[] expected = new int[experiment.sequential().length];
        // Of 0, 1, 4, 9, 16, 25, 36, 49, 64 and 81.
        for (int sum : new int[] {0, 1, 4, 9, 7, 7, 9, 13, 10, 9}) {
            expected[sum]++;
        }
        assertThat(experiment.sequential()).containsExactly(expected);
    }
}
