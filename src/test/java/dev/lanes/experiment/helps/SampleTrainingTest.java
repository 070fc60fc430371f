package dev.lanes.experiment.helps;

import static dev.lanes.experiment.Floats.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.experiment.Pools;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class SampleTrainingTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 13, 32})
    void everyVariantAveragesTheGradientsOfAllSamples(int samples) {
        SampleTraining experiment = new SampleTraining();
        experiment.samples = samples;
        experiment.fill();
        float[][] expected = Arrays.stream(experiment.sequential()).map(float[]::clone).toArray(float[][]::new);
        assertThat(Arrays.stream(expected).mapToInt(part -> part.length).toArray())
                .containsExactly(784 * 128, 128, 128 * 10, 10);
        double loss = experiment.meanLoss();
        // Of a network that has learnt nothing: near the logarithm of ten classes, and not below half of it.
        assertThat(loss).isBetween(1.15, 6.0);
        Pools.onEach(pool -> {
            assertAverage(experiment, () -> experiment.oneTaskPerSample(pool), expected);
            assertAverage(experiment, () -> experiment.chunkPerWorker(pool), expected);
            assertThat(experiment.meanLoss()).isEqualTo(loss);
        });
    }

    private static void assertAverage(SampleTraining experiment, Supplier<float[][]> variant, float[][] expected) {
        // Wiped first: the variants share the average, and an old one must not pass for a new one.
        for (float[] part : experiment.sequential()) {
            Arrays.fill(part, Float.NaN);
        }
        float[][] average = variant.get();
        for (int part = 0; part < expected.length; part++) {
            assertClose(average[part], expected[part], 1e-5f);
        }
    }
}
