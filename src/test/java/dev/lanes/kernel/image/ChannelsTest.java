package dev.lanes.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelsTest {
    interface Form {
        void normalise(float[] image, float[] means, float[] deviations);
    }

    private static final List<Form> FORMS = List.of(Channels::normalise, VectorChannels::normalise);
    private static final float[] MEANS = {0.25f, -0.5f, 0.125f};
    private static final float[] DEVIATIONS = {0.5f, 2, 0.3f};

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyChannelHasItsOwnMeanAndDeviation(int pixels) {
        float[] image = Numbers.signed(3 * pixels, 1);
        for (Form form : FORMS) {
            float[] normalised = image.clone();
            form.normalise(normalised, MEANS, DEVIATIONS);
            for (int at = 0; at < image.length; at++) {
                int channel = at / pixels;
                float expected = (image[at] - MEANS[channel]) / DEVIATIONS[channel];
                assertThat(normalised[at]).as("number %d", at).isCloseTo(expected, offset(2e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theTwinsGiveTheSamePixelsToTheLastBit(int pixels) {
        float[] plain = Numbers.signed(3 * pixels, 1);
        float[] vector = plain.clone();
        Channels.normalise(plain, MEANS, DEVIATIONS);
        VectorChannels.normalise(vector, MEANS, DEVIATIONS);
        assertThat(vector).containsExactly(plain);
    }

    @Test
    void theMeanBecomesZeroAndADeviationFromItOne() {
        for (Form form : FORMS) {
            float[] image = {0.25f, 0.75f, -0.25f, -0.5f, 1.5f, -4.5f};
            form.normalise(image, new float[] {0.25f, -0.5f}, new float[] {0.5f, 2});
            assertThat(image).containsExactly(0, 1, -1, 0, 1, -2);
        }
    }
}
