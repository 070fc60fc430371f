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
        // Lines of 0 to 15, the last one cut off at the end of the matrix.
        int numbers = size * size;
        double sum = numbers / 16 * 120 + numbers % 16 * (numbers % 16 - 1) / 2.0;

        assertThat(experiment.byColumns()).isEqualTo(sum);
        assertThat(experiment.byColumnsPadded()).isEqualTo(sum);
        assertThat(experiment.byRows()).isEqualTo(sum);
        assertThat(experiment.byRowsVector()).isEqualTo(sum);
    }
}
