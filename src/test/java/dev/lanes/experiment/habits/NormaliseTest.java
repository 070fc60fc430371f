package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliseTest {
    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_003, 1_000_000})
    void whatIsNormalisedHasMeanZeroAndDeviationOne(int count) {
        Normalise experiment = new Normalise();
        experiment.count = count;
        experiment.fill();
        List<Supplier<float[]>> variants = List.of(
                experiment::division, experiment::reciprocal, experiment::operations, experiment::fused);
        for (Supplier<float[]> variant : variants) {
            float[] distances = variant.get();
            double sum = 0;
            double squares = 0;
            for (float distance : distances) {
                sum += distance;
                squares += (double) distance * distance;
            }
            assertThat(sum / count).isCloseTo(0, offset(1e-6));
            assertThat(squares / count).isCloseTo(1, offset(1e-6));
            Arrays.fill(distances, 9);
        }
    }
}
