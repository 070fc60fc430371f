package dev.lanes.experiment.examples;

import static dev.lanes.experiment.Floats.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class LinearLayerTest {
    @ParameterizedTest
    @CsvSource({"128, 1000, 500", "1, 1, 1", "7, 300, 13", "40, 1, 65"})
    void everyVariantComputesTheSameLayer(int batch, int inputs, int outputs) {
        LinearLayer experiment = new LinearLayer();
        experiment.batch = batch;
        experiment.inputs = inputs;
        experiment.outputs = outputs;
        experiment.fill();
        float[] expected = experiment.tripleLoop().clone();
        assertThat(expected).hasSize(batch * outputs);
        // Wiped first: the variants share the array, and old results must not pass for new ones.
        Arrays.fill(experiment.tripleLoop(), Float.NaN);
        assertClose(experiment.blocked(), expected, 1e-3f);
        Pools.onEach(pool -> {
            Arrays.fill(experiment.blocked(), Float.NaN);
            assertClose(experiment.rowPanels(pool), expected, 1e-3f);
        });
    }
}
