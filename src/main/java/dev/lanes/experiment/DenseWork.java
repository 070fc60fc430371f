package dev.lanes.experiment;

import dev.lanes.annotation.Work;

/// What there is to do when samples go through dense layers with a rectifier after each
/// but the last.
public final class DenseWork {
    private DenseWork() {}

    /// Of every output: a multiplication and an addition for each input, the bias, and
    /// on inner layers the rectifier's comparison. Weights, biases and samples are read
    /// once, and the last outputs written once; what is between layers need not move.
    ///
    /// @param widths numbers in a sample, then outputs of each layer: 784, 128, 10
    public static Work forward(long samples, long... widths) {
        int layers = widths.length - 1;
        double weights = 0;
        double outputs = 0;
        for (int layer = 1; layer <= layers; layer++) {
            weights += (double) widths[layer - 1] * widths[layer];
            outputs += widths[layer];
        }
        double last = widths[layers];
        double operations = 2 * weights + outputs + (outputs - last);
        double moved = weights + outputs + samples * (widths[0] + last);
        double touched = moved + samples * (outputs - last);
        return new Work(
                samples * operations, Float.BYTES * moved, Float.BYTES * touched);
    }

    /// The same if every sample goes through on its own: it reads all the weights anew.
    public static Work oneByOne(long samples, long... widths) {
        Work one = forward(1, widths);
        Work all = forward(samples, widths);
        return new Work(all.flops(), samples * one.bytes(), all.footprint());
    }
}
