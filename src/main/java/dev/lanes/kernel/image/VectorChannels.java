package dev.lanes.kernel.image;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Channels] on the vector unit; its pixels are the same to the last bit.
public final class VectorChannels {
    private VectorChannels() {}

    /// As [Channels#normalise].
    public static void normalise(float[] image, float[] means, float[] deviations) {
        int pixels = image.length / means.length;
        for (int channel = 0; channel < means.length; channel++) {
            float mean = means[channel];
            float factor = 1 / deviations[channel];
            int start = channel * pixels;
            int wholeVectors = start + FLOATS.loopBound(pixels);
            for (int at = start; at < wholeVectors; at += COUNT) {
                FloatVector numbers = FloatVector.fromArray(FLOATS, image, at);
                numbers.sub(mean).mul(factor).intoArray(image, at);
            }
            for (int at = wholeVectors; at < start + pixels; at++) {
                image[at] = (image[at] - mean) * factor;
            }
        }
    }
}
