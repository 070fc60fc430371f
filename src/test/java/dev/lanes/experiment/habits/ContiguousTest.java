package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContiguousTest {
    @ParameterizedTest
    @ValueSource(ints = {100, 211, 1000})
    void everyLayoutGivesTheSameProduct(int size) {
        Contiguous experiment = new Contiguous();
        experiment.size = size;
        experiment.fill();
        float[] expected = experiment.objects().clone();
        assertThat(expected).hasSize(size * size).isNotEqualTo(new float[size * size]);
        List<Supplier<float[]>> others =
                List.of(experiment::rows, experiment::rowsVector, experiment::strided, experiment::transposedView,
                        experiment::turnedFirst, experiment::contiguousLoop, experiment::contiguous);
        for (Supplier<float[]> other : others) {
            Arrays.fill(experiment.objects(), 0);
            assertThat(other.get()).isEqualTo(expected);
        }
    }
}
