package dev.lanes.experiment.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import org.junit.jupiter.api.Test;

class FalseSharingTest {
    @Test
    void everyCountIsExactInEveryCall() {
        FalseSharing experiment = new FalseSharing();
        experiment.increments = 100_001;
        experiment.fill();
        Pools.onEach(pool -> {
            for (int call = 0; call < 3; call++) {
                assertThat(experiment.oneWorker()).hasSize(8).containsOnly(100_001);
                assertThat(experiment.adjacent(pool)).hasSize(8).containsOnly(100_001);
                assertThat(experiment.padded(pool)).hasSize(8).containsOnly(100_001);
                assertThat(experiment.atomicAdjacent(pool)).hasSize(8).containsOnly(100_001);
                assertThat(experiment.atomicPadded(pool)).hasSize(8).containsOnly(100_001);
                assertThat(experiment.local(pool)).hasSize(8).containsOnly(100_001);
            }
        });
    }
}
