package dev.lanes.kernel.image;

/// The channels of an image, one plane of pixels after another, each with a brightness
/// and a contrast of its own.
public final class Channels {
    private Channels() {}

    /// Takes the channel's mean from every pixel of `image (channels, pixels)` and
    /// divides by the channel's standard deviation, in place.
    ///
    /// @param means `(channels)`
    /// @param deviations `(channels)`, none of them 0
    public static void normalise(float[] image, float[] means, float[] deviations) {
        int pixels = image.length / means.length;
        for (int channel = 0; channel < means.length; channel++) {
            float mean = means[channel];
            // One division per channel; a multiplication per pixel is cheaper.
            float factor = 1 / deviations[channel];
            int start = channel * pixels;
            for (int at = start; at < start + pixels; at++) {
                image[at] = (image[at] - mean) * factor;
            }
        }
    }
}
