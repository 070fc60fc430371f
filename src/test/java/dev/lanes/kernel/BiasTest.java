package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BiasTest {
    interface Form {
        void addToRows(float[] outputs, float[] biases, int from, int to);
    }

    private static final int SAMPLES = 6;
    private static final List<Form> FORMS = List.of(Bias::addToRows, VectorBias::addToRows);

    static IntStream widths() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("widths")
    void everyFormAddsTheBiasesToTheSamplesAskedForAndToNoOthers(int width) {
        float[] biases = Numbers.signed(width, 1);
        float[] before = Numbers.signed(SAMPLES * width, 2);
        for (Form form : FORMS) {
            float[] outputs = before.clone();
            form.addToRows(outputs, biases, 2, 5);
            for (int at = 0; at < outputs.length; at++) {
                int sample = at / width;
                float bias = sample < 2 || sample >= 5 ? 0 : biases[at % width];
                assertThat(outputs[at]).as("output %d of width %d", at, width).isEqualTo(before[at] + bias);
            }
        }
    }
}
