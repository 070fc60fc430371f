package dev.lanes.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.experiment.Pools;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ModelParallelTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 16", "8, 1, 64", "32, 2, 64", "13, 3, 43", "32, 1, 16"})
    void everyVariantScoresEveryImageHoweverFewTheWorkers(int microBatches, int cut, int images) {
        ModelParallel experiment = experiment(microBatches, cut, images);
        float[] expected = experiment.oneWorker().clone();
        Pools.onEach(pool -> {
            for (int call = 0; call < 20; call++) {
                // Wiped first: the variants share their arrays, and old scores must not pass for new ones.
                Arrays.fill(experiment.oneWorker(), Float.NaN);
                assertThat(experiment.twoStagePipeline(pool)).containsExactly(expected);
            }
            Arrays.fill(experiment.oneWorker(), Float.NaN);
            assertThat(experiment.dataParallel(pool)).containsExactly(expected);
        });
    }

    @Test
    void aPipelineTellsHowLongItsStagesWereIdle() {
        ModelParallel experiment = experiment(4, 3, 256);
        Pools.on(2, experiment::twoStagePipeline);
        assertThat(experiment.firstStageIdle()).isBetween(0.0, 100.0);
        assertThat(experiment.secondStageIdle()).isBetween(0.0, 100.0);
        // The second stage has one multiplication in four hundred.
        assertThat(experiment.secondStageIdle()).isGreaterThan(experiment.firstStageIdle());
        assertThat(experiment.idealIdle()).isCloseTo(20, offset(1e-9));
    }

    @Test
    void onALoneWorkerTheStagesAreNeverBusyAtOnce() {
        ModelParallel experiment = experiment(8, 1, 256);
        Pools.on(1, experiment::twoStagePipeline);
        assertThat(experiment.firstStageIdle() + experiment.secondStageIdle()).isGreaterThan(99.999);
    }

    @Test
    void variantsWithoutStagesTellNothing() {
        ModelParallel experiment = experiment(8, 1, 64);
        experiment.oneWorker();
        Pools.on(2, experiment::dataParallel);
        assertThat(experiment.firstStageIdle()).isNaN();
        assertThat(experiment.secondStageIdle()).isNaN();
        assertThat(experiment.idealIdle()).isNaN();
    }

    private static ModelParallel experiment(int microBatches, int cut, int images) {
        ModelParallel experiment = new ModelParallel();
        experiment.microBatches = microBatches;
        experiment.cut = cut;
        experiment.images = images;
        experiment.fill();
        return experiment;
    }
}
