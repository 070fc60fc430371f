package dev.lanes.experiment.model;

import dev.lanes.annotation.Work;
import dev.lanes.experiment.DenseWork;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.DenseBatch;
import dev.lanes.kernel.net.DenseNet;
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

    /// What there is to do when that many images go through it.
    static Work work(long images) {
        return DenseWork.forward(images, PIXELS, 256, 128, 64, 10);
    }
}
