package dev.lanes.experiment.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import dev.lanes.pool.WorkerPool;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerChainTest {
    @AfterEach
    void nobodyWatches() {
        WorkerPool.watch(null);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 43, 128})
    void bothVariantsComputeTheSameScores(int width) {
        LayerChain experiment = experiment(width);
        float[] expected = experiment.straightCalls().clone();
        assertThat(expected).hasSize(10);
        Pools.onEach(pool -> {
            // Wiped first: both share their arrays, and old scores must not pass for new ones.
            Arrays.fill(experiment.straightCalls(), Float.NaN);
            assertThat(experiment.futurePerLayer(pool)).containsExactly(expected);
        });
    }

    @Test
    void everyLayerIsATask() {
        AtomicInteger tasks = new AtomicInteger();
        WorkerPool.watch(task -> {
            tasks.incrementAndGet();
            task.run();
        });
        Pools.on(2, experiment(16)::futurePerLayer);
        assertThat(tasks).hasValue(4);
    }

    private static LayerChain experiment(int width) {
        LayerChain experiment = new LayerChain();
        experiment.width = width;
        experiment.fill();
        return experiment;
    }
}
