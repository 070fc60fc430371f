package dev.lanes.experiment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolveImagesTest {
    @ParameterizedTest
    @CsvSource({"1, 8", "3, 27", "8, 64"})
    void tasksFilterExactlyAsOneThreadDoes(int images, int side) {
        ConvolveImages experiment = experiment(images, side);
        float[][] expected = Arrays.stream(experiment.sequential()).map(float[]::clone).toArray(float[][]::new);
        Pools.onEach(pool -> {
            for (float[] pixels : experiment.sequential()) {
                Arrays.fill(pixels, Float.NaN);
            }
            assertThat(experiment.oneTaskPerImage(pool)).isDeepEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "8, 64", "8, 512"})
    void tenRoundsLeaveAnImageThatIsAboutAsBrightAsBefore(int images, int side) {
        float[][] filtered = experiment(images, side).sequential();
        assertThat(filtered).hasDimensions(images, side * side);
        for (float[] pixels : filtered) {
            float brightest = 0;
            for (float pixel : pixels) {
                assertThat(pixel).isNotNegative();
                brightest = Math.max(brightest, pixel);
            }
            assertThat(brightest).isBetween(0.1f, 2f);
        }
    }

    private static ConvolveImages experiment(int images, int side) {
        ConvolveImages experiment = new ConvolveImages();
        experiment.images = images;
        experiment.side = side;
        experiment.fill();
        return experiment;
    }
}
