package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsPerWorkerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 100})
    void everyItemIsAddedOnceWhateverWasThereBefore(int items) {
        SumsPerWorker sums = new SumsPerWorker(items);
        float[] total = new float[items];
        float[] once = new float[items];
        Arrays.fill(once, 1);
        Pools.onEach(pool -> {
            Arrays.fill(total, -5);
            sums.addUp(pool, items, (item, own) -> own[item]++, total);
            assertThat(total).containsExactly(once);
        });
    }
}
