package dev.lanes.experiment.helps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MemoryCopyTest {
    @Test
    void everyVariantCopiesAllFourArrays() {
        MemoryCopy experiment = new MemoryCopy();
        experiment.megabytes = 1;
        experiment.fill();
        float[][] copies = experiment.oneAfterAnother();
        assertThat(copies).hasDimensions(4, 250_000);
        float[][] expected = Arrays.stream(copies).map(float[]::clone).toArray(float[][]::new);
        assertThat(expected[0]).isNotEqualTo(expected[1]);
        assertThat(expected[3][249_999]).isNotZero();
        Pools.onEach(pool -> {
            Arrays.stream(copies).forEach(copy -> Arrays.fill(copy, -1));
            assertThat(experiment.oneArrayPerTask(pool)).isDeepEqualTo(expected);
        });
    }

    @Test
    void theWorkingSetIsEightArrays() {
        assertThat(MemoryCopy.bytes(400)).isEqualTo(3_200_000_000L);
    }
}
