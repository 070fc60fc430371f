package dev.lanes.experiment;

import dev.lanes.kernel.image.SamplePoints;
import dev.lanes.kernel.image.VectorChannels;
import dev.lanes.kernel.image.VectorResize;
import java.util.random.RandomGenerator;

/// A batch of colour photos, and for each the room for the small version that a network
/// takes in: 224 x 224 pixels around zero.
///
/// A photo is `(channels, height, width)`, that is (3, 240, 320), with pixels from 0 to
/// 1. Any number of threads may prepare photos at once, each a photo of its own.
public final class Photos {
    private static final int HEIGHT = 240;
    private static final int WIDTH = 320;
    private static final int SIDE = 224;

    /// Mean and standard deviation of red, green and blue over the photos of ImageNet,
    /// as torchvision's models expect them.
    private static final float[] MEANS = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATIONS = {0.229f, 0.224f, 0.225f};
    private static final int CHANNELS = MEANS.length;

    private final SamplePoints rows = new SamplePoints(HEIGHT, SIDE);
    private final SamplePoints columns = new SamplePoints(WIDTH, SIDE);
    private final float[][] sources;
    private final float[][] lines;
    private final float[][] small;

    /// Makes `count` photos of random pixels.
    public Photos(RandomGenerator random, int count) {
        sources = new float[count][];
        lines = new float[count][];
        small = new float[count][];
        long[] seeds = random.longs(count).toArray();
        AllNodes.make(count, photo -> {
            RandomGenerator own = SeededInputs.random(seeds[photo]);
            int pixels = CHANNELS * HEIGHT * WIDTH;
            sources[photo] = SeededInputs.uniform(own, pixels, 0, 1);
            lines[photo] = new float[WIDTH];
            small[photo] = new float[CHANNELS * SIDE * SIDE];
        });
    }

    /// Resizes the photo, normalises its colours, and returns the pixels
    /// `(3, 224, 224)`, in an array that is the photo's own.
    public float[] prepare(int photo) {
        float[] pixels = small[photo];
        VectorResize.bilinear(sources[photo], rows, columns, lines[photo], pixels);
        VectorChannels.normalise(pixels, MEANS, DEVIATIONS);
        return pixels;
    }
}
