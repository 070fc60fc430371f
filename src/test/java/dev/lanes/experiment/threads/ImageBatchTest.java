package dev.lanes.experiment.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageBatchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void everyVariantPreparesEveryImage(int images) {
        ImageBatch experiment = new ImageBatch();
        experiment.images = images;
        experiment.fill();
        float[][] expected = Arrays.stream(experiment.oneAfterAnother()).map(float[]::clone).toArray(float[][]::new);
        assertThat(expected).hasDimensions(images, 3 * 224 * 224);
        Pools.onEach(pool -> {
            assertPrepared(experiment, () -> experiment.oneTaskPerImage(pool), expected);
            assertPrepared(experiment, () -> experiment.chunkPerWorker(pool), expected);
        });
    }

    private static void assertPrepared(ImageBatch experiment, Supplier<float[][]> variant, float[][] expected) {
        // Wiped first: the variants share their arrays, and old pixels must not pass for new ones.
        for (float[] pixels : experiment.oneAfterAnother()) {
            Arrays.fill(pixels, Float.NaN);
        }
        assertThat(variant.get()).isDeepEqualTo(expected);
    }
}
