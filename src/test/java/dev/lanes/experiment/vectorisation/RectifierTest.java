package dev.lanes.experiment.vectorisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RectifierTest {
    private static final int RANDOM = 0;
    private static final int SORTED = 1;

    @ParameterizedTest
    @CsvSource({"1000, 0", "1003, 0", "1000, 1", "1003, 1"})
    void everyVariantRectifiesTheSameNumbers(int count, int order) {
        float[] expected = experiment(count, order).ifAndElse();

        assertThat(expected).hasSize(count);
        assertThat(experiment(count, order).mathMax()).isEqualTo(expected);
        assertThat(experiment(count, order).vectorApi()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1000", "100000"})
    void signsChangeAllTheTimeInRandomOrderAndOnceInSortedOrder(int count) {
        assertThat(changes(experiment(count, RANDOM).mathMax())).isBetween(count * 4 / 10, count * 6 / 10);
        assertThat(changes(experiment(count, SORTED).mathMax())).isEqualTo(1);
    }

    /// How often a zero and another number are neighbours.
    private static int changes(float[] rectified) {
        int changes = 0;
        for (int at = 1; at < rectified.length; at++) {
            if (rectified[at] == 0 != (rectified[at - 1] == 0)) {
                changes++;
            }
        }
        return changes;
    }

    private static Rectifier experiment(int count, int order) {
        Rectifier experiment = new Rectifier();
        experiment.count = count;
        experiment.order = order;
        experiment.fill();
        return experiment;
    }
}
