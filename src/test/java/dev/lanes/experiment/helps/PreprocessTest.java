package dev.lanes.experiment.helps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.experiment.Photos;
import dev.lanes.experiment.Pools;
import dev.lanes.experiment.SeededInputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreprocessTest {
    private static final int IMAGES = 5;

    @Test
    void everyVariantGivesEveryImageTheSameNoise() {
        Preprocess experiment = experiment();
        float[][] expected = Arrays.stream(experiment.oneAfterAnother()).map(float[]::clone).toArray(float[][]::new);
        assertThat(expected).hasDimensions(IMAGES, 3 * 224 * 224);
        Pools.onEach(pool -> {
            assertThat(experiment.oneTaskPerImage(pool)).isDeepEqualTo(expected);
            assertThat(experiment.chunkPerWorker(pool)).isDeepEqualTo(expected);
        });
    }

    @Test
    void theNoiseOfEveryImageIsAnother() {
        float[][] augmented = experiment().oneAfterAnother();
        Photos plain = new Photos(SeededInputs.random(), IMAGES);
        float[] noiseOfFirst = difference(augmented[0], plain.prepare(0));
        for (int image = 0; image < IMAGES; image++) {
            float[] noise = difference(augmented[image], plain.prepare(image));
            double squares = 0;
            double together = 0;
            for (int at = 0; at < noise.length; at++) {
                squares += noise[at] * noise[at];
                together += noise[at] * noiseOfFirst[at];
            }
            assertThat(Math.sqrt(squares / noise.length)).as("deviation").isCloseTo(0.1, offset(0.001));
            assertThat(together / squares).as("likeness to the first").isCloseTo(image == 0 ? 1 : 0, offset(0.02));
        }
    }

    private static Preprocess experiment() {
        Preprocess experiment = new Preprocess();
        experiment.images = IMAGES;
        experiment.fill();
        return experiment;
    }

    private static float[] difference(float[] one, float[] other) {
        float[] difference = new float[one.length];
        for (int at = 0; at < one.length; at++) {
            difference[at] = one[at] - other[at];
        }
        return difference;
    }
}
