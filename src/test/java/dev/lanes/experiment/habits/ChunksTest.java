package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {
    @ParameterizedTest
    @CsvSource({"0, 100000", "1, 100000", "2, 100000", "3, 100000", "0, 100017", "1, 100017", "2, 100017"})
    void chunkByChunkDoesTheSameToEveryNumber(int chunk, int count) {
        Chunks experiment = new Chunks();
        experiment.chunk = chunk;
        experiment.count = count;
        experiment.fill();
        float[] expected = experiment.passByPass().clone();
        assertThat(expected).hasSize(count).contains(0);
        Arrays.fill(experiment.passByPass(), -1);
        assertThat(experiment.chunkByChunk()).isEqualTo(expected);
    }
}
