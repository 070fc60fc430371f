package dev.lanes.experiment.vectorisation;

import static dev.lanes.experiment.Floats.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class MatrixProductTest {
    @ParameterizedTest
    @CsvSource({"64, 784, 128", "1, 1, 1", "7, 1024, 3", "256, 1, 512", "33, 100, 17"})
    void everyVariantComputesTheSameProduct(int batch, int inputs, int outputs) {
        float[] expected = experiment(batch, inputs, outputs).tripleLoop();
        assertThat(expected).hasSize(batch * outputs);
        assertThat(Arrays.equals(experiment(batch, inputs, outputs).listsInterpreted(), boxed(expected))).isTrue();
        assertThat(Arrays.equals(experiment(batch, inputs, outputs).listsCompiled(), boxed(expected))).isTrue();
        assertClose(experiment(batch, inputs, outputs).reorderedLoop(), expected, 1e-3f);
        assertClose(experiment(batch, inputs, outputs).vectorApi(), expected, 1e-3f);
        assertClose(experiment(batch, inputs, outputs).blockedAndPacked(), expected, 1e-3f);
    }

    private static Float[] boxed(float[] numbers) {
        Float[] boxed = new Float[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            boxed[at] = numbers[at];
        }
        return boxed;
    }

    private static MatrixProduct experiment(int batch, int inputs, int outputs) {
        MatrixProduct experiment = new MatrixProduct();
        experiment.batch = batch;
        experiment.inputs = inputs;
        experiment.outputs = outputs;
        experiment.fill();
        return experiment;
    }
}
