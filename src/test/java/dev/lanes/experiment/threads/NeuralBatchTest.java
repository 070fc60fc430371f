package dev.lanes.experiment.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Floats;
import dev.lanes.experiment.Pools;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuralBatchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 32, 33})
    void everyVariantScoresEverySample(int passes) {
        NeuralBatch experiment = experiment(passes);
        float[][] expected = copy(experiment.sequential());
        assertThat(expected).hasDimensions(passes, 10);
        for (int call = 0; call < 2; call++) {
            float[][] batch = experiment.wholeBatch();
            assertThat(batch).hasDimensions(passes, 10);
            for (int pass = 0; pass < passes; pass++) {
                Floats.assertClose(batch[pass], expected[pass], 1e-4f);
            }
        }
        Pools.onEach(pool -> {
            assertScores(experiment, () -> experiment.oneTaskPerPass(pool), expected);
            assertScores(experiment, () -> experiment.chunkPerWorker(pool), expected);
        });
    }

    private static void assertScores(NeuralBatch experiment, Supplier<float[][]> variant, float[][] expected) {
        // Wiped first: the variants share their arrays, and old scores must not pass for new ones.
        for (float[] scores : experiment.sequential()) {
            Arrays.fill(scores, Float.NaN);
        }
        assertThat(variant.get()).isDeepEqualTo(expected);
    }

    private static NeuralBatch experiment(int passes) {
        NeuralBatch experiment = new NeuralBatch();
        experiment.passes = passes;
        experiment.fill();
        return experiment;
    }

    private static float[][] copy(float[][] scores) {
        return Arrays.stream(scores).map(float[]::clone).toArray(float[][]::new);
    }
}
