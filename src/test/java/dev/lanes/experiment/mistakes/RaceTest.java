package dev.lanes.experiment.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.experiment.Pools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class RaceTest {
    private static final int NUMBERS = 784 * 128;

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 64})
    void everySafeVariantCountsEveryUpdateInEveryCall(int samples) {
        Race race = race(samples);
        assertThat(sum(race.sequential())).isEqualTo((double) samples * NUMBERS);
        Pools.onEach(pool -> {
            for (int call = 0; call < 3; call++) {
                assertThat(race.oneLock(pool)).containsOnly(samples);
                assertThat(race.sumsPerWorker(pool)).containsOnly(samples);
            }
        });
    }

    @Test
    void oneWorkerLosesNothing() {
        Race race = race(64);
        Pools.on(1, pool -> assertThat(race.unsafe(pool)).containsOnly(64));
    }

    @Test
    void twoUnsafeWorkersLoseUpdates() {
        Race race = race(64);
        Pools.on(2, pool -> {
            double lost = 0;
            for (int call = 0; call < 1000 && lost == 0; call++) {
                lost = 64.0 * NUMBERS - sum(race.unsafe(pool));
            }
            assertThat(lost).isPositive();
        });
    }

    private static Race race(int samples) {
        Race race = new Race();
        race.samples = samples;
        race.fill();
        return race;
    }

    private static double sum(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }
}
