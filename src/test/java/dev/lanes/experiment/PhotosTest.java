package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.BesideOthers;
import org.junit.jupiter.api.Test;

@BesideOthers
class PhotosTest {
    @Test
    void everyColourIsNormalisedByItsOwnMeanAndDeviation() {
        float[] pixels = new Photos(SeededInputs.random(), 1).prepare(0);
        assertThat(pixels).hasSize(3 * 224 * 224);
        double[] means = {0.485, 0.456, 0.406};
        double[] deviations = {0.229, 0.224, 0.225};
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double lowest = 1;
            double highest = 0;
            for (int at = channel * 224 * 224; at < (channel + 1) * 224 * 224; at++) {
                double undone = pixels[at] * deviations[channel] + means[channel];
                lowest = Math.min(lowest, undone);
                highest = Math.max(highest, undone);
                sum += undone;
            }
            // The photos' pixels are spread evenly from 0 to 1.
            assertThat(lowest).isBetween(-1e-5, 0.1);
            assertThat(highest).isBetween(0.9, 1 + 1e-5);
            assertThat(sum / (224 * 224)).isCloseTo(0.5, offset(0.01));
        }
    }

    @Test
    void preparedTwiceItIsTheSame() {
        Photos photos = new Photos(SeededInputs.random(), 3);
        float[] first = photos.prepare(2).clone();
        photos.prepare(1);
        assertThat(photos.prepare(2)).containsExactly(first);
    }

    @Test
    void everyPhotoIsAnotherAndHasRoomOfItsOwn() {
        Photos photos = new Photos(SeededInputs.random(), 2);
        float[] first = photos.prepare(0);
        float[] kept = first.clone();
        assertThat(photos.prepare(1)).isNotEqualTo(kept);
        assertThat(first).containsExactly(kept);
    }
}
