package dev.lanes.experiment.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowVsColumnTest {
    @ParameterizedTest
    @ValueSource(ints = {512, 777, 4096})
    void everyVariantFindsTheSameSum(int size) {
        RowVsColumn experiment = new RowVsColumn();
        experiment.size = size;
        experiment.fill();
        double sum = experiment.byColumns();
        // Numbers from 0 to 1 are a half on average.
        assertThat(sum).isCloseTo(size * size / 2.0, withPercentage(1));
        assertThat(experiment.byRows()).isCloseTo(sum, withPercentage(1e-3));
        assertThat(experiment.byRowsVector()).isCloseTo(sum, withPercentage(1e-3));
    }
}
