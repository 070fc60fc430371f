package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Numbers;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Backpropagation against slopes of the loss, which is computed anew in double precision by the definition.
class TrainingPassTest {
    private static final double STEP = 1e-6;
    private static final int LABEL = 2;

    private final DenseNet network = new DenseNet(new Random(1), 19, 17, 9, 5);
    private final float[] sample = Numbers.signed(19, 2);

    @Test
    void everyNumberOfTheGradientIsTheSlopeOfTheLoss() {
        DenseGradient gradient = new DenseGradient(network);
        new TrainingPass(network, sample, LABEL).addGradient(gradient);
        int steep = 0;
        for (int layer = 0; layer < network.layers(); layer++) {
            for (int at = 0; at < network.weights(layer).length; at++) {
                double slope = slope(layer, at, -1);
                assertThat((double) gradient.byWeights(layer)[at])
                        .as("by weight %d of layer %d", at, layer).isCloseTo(slope, offset(1e-5));
                steep += Math.abs(slope) > 1e-3 ? 1 : 0;
            }
            for (int at = 0; at < network.biases(layer).length; at++) {
                assertThat((double) gradient.byBiases(layer)[at])
                        .as("by bias %d of layer %d", at, layer).isCloseTo(slope(layer, -1, at), offset(1e-5));
            }
        }
        assertThat(steep).as("slopes that are not nearly level").isGreaterThan(100);
    }

    @Test
    void theLossIsThatOfTheDefinition() {
        double loss = new TrainingPass(network, sample, LABEL).addGradient(new DenseGradient(network));
        assertThat(loss).isCloseTo(loss(-1, -1, -1, 0), offset(1e-5));
    }

    @Test
    void gradientsOfSeveralPassesAddUp() {
        TrainingPass pass = new TrainingPass(network, sample, LABEL);
        DenseGradient once = new DenseGradient(network);
        pass.addGradient(once);
        DenseGradient threeTimes = new DenseGradient(network);
        pass.addGradient(threeTimes);
        pass.addGradient(threeTimes);
        threeTimes.add(once);
        threeTimes.scale(1f / 3);
        for (int part = 0; part < once.numbers().length; part++) {
            assertThat(threeTimes.numbers()[part]).containsExactly(once.numbers()[part], offset(1e-5f));
        }
    }

    @Test
    void aClearedGradientIsAllZeros() {
        DenseGradient gradient = new DenseGradient(network);
        new TrainingPass(network, sample, LABEL).addGradient(gradient);
        gradient.clear();
        for (float[] part : gradient.numbers()) {
            assertThat(part).containsOnly(0);
        }
    }

    @Test
    void aStepAgainstTheGradientLowersTheLoss() {
        TrainingPass pass = new TrainingPass(network, sample, LABEL);
        DenseGradient gradient = new DenseGradient(network);
        double before = pass.addGradient(gradient);
        for (int layer = 0; layer < network.layers(); layer++) {
            for (int at = 0; at < network.weights(layer).length; at++) {
                network.weights(layer)[at] -= 0.01f * gradient.byWeights(layer)[at];
            }
        }
        assertThat(pass.addGradient(new DenseGradient(network))).isLessThan(before);
    }

    /// The central difference of the loss by one weight or one bias of a layer; the other is -1.
    private double slope(int layer, int weight, int bias) {
        return (loss(layer, weight, bias, STEP) - loss(layer, weight, bias, -STEP)) / (2 * STEP);
    }

    /// The cross-entropy after a softmax, with one weight or bias of one layer moved by `step`.
    private double loss(int movedLayer, int movedWeight, int movedBias, double step) {
        double[] numbers = new double[sample.length];
        for (int at = 0; at < sample.length; at++) {
            numbers[at] = sample[at];
        }
        for (int layer = 0; layer < network.layers(); layer++) {
            int outputs = network.width(layer + 1);
            double[] sums = new double[outputs];
            for (int j = 0; j < outputs; j++) {
                sums[j] = network.biases(layer)[j] + (layer == movedLayer && j == movedBias ? step : 0);
                for (int i = 0; i < numbers.length; i++) {
                    int at = i * outputs + j;
                    double moved = layer == movedLayer && at == movedWeight ? step : 0;
                    sums[j] += numbers[i] * (network.weights(layer)[at] + moved);
                }
                if (layer < network.layers() - 1) {
                    sums[j] = Math.max(sums[j], 0);
                }
            }
            numbers = sums;
        }
        double sum = 0;
        for (double score : numbers) {
            sum += Math.exp(score);
        }
        return Math.log(sum) - numbers[LABEL];
    }
}
