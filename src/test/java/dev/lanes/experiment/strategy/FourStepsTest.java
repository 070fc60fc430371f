package dev.lanes.experiment.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.experiment.Pools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourStepsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 13, 32})
    void everyStepComputesTheSameScores(int samples) {
        float[] expected = experiment(samples).interpretedLists();
        assertThat(expected).hasSize(samples * 64);
        assertThat(experiment(samples).listsCompiled()).containsExactly(expected);
        assertThat(experiment(samples).compiledLoops()).containsExactly(expected, offset(1e-4f));
        assertThat(experiment(samples).vectorApi()).containsExactly(expected, offset(1e-4f));
        Pools.onEach(pool -> {
            assertThat(experiment(samples).workers(pool)).containsExactly(expected, offset(1e-4f));
            assertThat(experiment(samples).memory(pool)).containsExactly(expected, offset(1e-4f));
        });
    }

    private static FourSteps experiment(int samples) {
        FourSteps experiment = new FourSteps();
        experiment.samples = samples;
        experiment.fill();
        return experiment;
    }
}
