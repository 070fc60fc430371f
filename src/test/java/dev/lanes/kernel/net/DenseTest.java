package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import dev.lanes.kernel.elementwise.Relu;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenseTest {
    interface Form {
        void layer(float[] input, float[] weights, float[] biases, float[] output);
    }

    private static final List<Form> FORMS = List.of(Dense::layer, VectorDense::layer);

    record Shape(int inputs, int outputs) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().mapToObj(outputs -> new Shape(13, outputs)),
                Numbers.sizes().mapToObj(inputs -> new Shape(inputs, 83)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormComputesWeightedSumsPlusBiases(Shape shape) {
        float[] input = Numbers.signed(shape.inputs, 1);
        float[] weights = Numbers.signed(shape.inputs * shape.outputs, 2);
        float[] biases = Numbers.signed(shape.outputs, 3);
        for (Form form : FORMS) {
            float[] output = new float[shape.outputs];
            form.layer(input, weights, biases, output);
            for (int j = 0; j < shape.outputs; j++) {
                double exact = biases[j];
                double magnitude = Math.abs(biases[j]);
                for (int i = 0; i < shape.inputs; i++) {
                    double term = (double) input[i] * weights[i * shape.outputs + j];
                    exact += term;
                    magnitude += Math.abs(term);
                }
                Exact.assertWithinRounding(output[j], exact, magnitude, shape.inputs + 1, "output " + j);
            }
        }
    }

    @Test
    void aNetworkIsItsLayersWithRectifiersBetween() {
        DenseNet network = new DenseNet(new Random(1), 784, 128, 64, 10);
        float[] sample = Numbers.signed(784, 2);
        float[] expected = sample;
        for (int layer = 0; layer < 3; layer++) {
            float[] output = new float[network.biases(layer).length];
            Dense.layer(expected, network.weights(layer), network.biases(layer), output);
            if (layer < 2) {
                Relu.inPlace(output);
            }
            expected = output;
        }
        float[] scores = network.forward(network.activationsFor(sample));
        assertThat(scores).hasSize(10).containsExactly(expected, offset(1e-4f));
        float lowest = Float.POSITIVE_INFINITY;
        for (float score : scores) {
            lowest = Math.min(lowest, score);
        }
        assertThat(lowest).as("the lowest score: no rectifier follows the last layer").isNegative();
    }

    @Test
    void aSecondPassOverTheSameActivationsGivesTheSameScores() {
        DenseNet network = new DenseNet(new Random(1), 20, 17, 5);
        float[][] activations = network.activationsFor(Numbers.signed(20, 2));
        float[] first = network.forward(activations).clone();
        assertThat(network.forward(activations)).containsExactly(first);
    }

    @Test
    void networksFromTheSameSeedAreTheSame() {
        float[] sample = Numbers.signed(20, 2);
        DenseNet one = new DenseNet(new Random(1), 20, 5);
        DenseNet other = new DenseNet(new Random(1), 20, 5);
        assertThat(one.forward(one.activationsFor(sample)))
                .containsExactly(other.forward(other.activationsFor(sample)));
    }
}
