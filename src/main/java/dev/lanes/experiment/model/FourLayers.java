package dev.lanes.experiment.model;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.DenseBatch;
import dev.lanes.kernel.DenseNet;
import java.util.random.RandomGenerator;

/// The network of this section, 784-256-128-64-10, and images for it.
final class FourLayers {
    private static final int PIXELS = 784;

    private FourLayers() {}

    /// A batch of that many images, not yet taken through any layer.
    static DenseBatch batch(int images) {
        RandomGenerator random = SeededInputs.random();
        DenseNet network = new DenseNet(random, PIXELS, 256, 128, 64, 10);
        float[] samples = SeededInputs.uniform(random, images * PIXELS, 0, 1);
        return new DenseBatch(network, samples, images);
    }
}
