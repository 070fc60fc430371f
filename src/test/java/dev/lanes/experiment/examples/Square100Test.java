package dev.lanes.experiment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Square100Test {
    @Test
    void bothVariantsSquareAHundredNumbers() {
        Square100 experiment = new Square100();
        experiment.fill();
        float[] expected = experiment.plainLoop().clone();
        assertThat(expected).hasSize(100).startsWith(0, 1, 4, 9).endsWith(9_801);
        Pools.onEach(pool -> {
            Arrays.fill(experiment.plainLoop(), -1);
            assertThat(experiment.oneTaskPerNumber(pool)).containsExactly(expected);
        });
    }
}
