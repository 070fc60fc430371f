package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import dev.lanes.kernel.Primes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TooManyThreadsTest {
    private static final int COUNTS = 0;
    private static final int WALKS = 1;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 100})
    void anyNumberOfThreadsFindsAllPrimes(int workers) {
        TooManyThreads experiment = experiment(COUNTS);
        int[] expected = experiment.sequential().clone();
        assertThat(Arrays.stream(expected).sum()).isEqualTo(Primes.count(1_000_000, 1_012_800));
        Arrays.fill(experiment.sequential(), -1);
        Pools.on(workers, pool -> assertThat(experiment.sharedOut(pool)).containsExactly(expected));
    }

    @Test
    void anyNumberOfThreadsWalksThroughAllData() {
        TooManyThreads experiment = experiment(WALKS);
        int[] expected = experiment.sequential().clone();
        assertThat(expected).hasSizeGreaterThan(100).doesNotContain(0);
        Arrays.fill(experiment.sequential(), -1);
        Pools.on(100, pool -> assertThat(experiment.sharedOut(pool)).containsExactly(expected));
    }

    private static TooManyThreads experiment(int kind) {
        TooManyThreads experiment = new TooManyThreads();
        experiment.numbers = 100;
        experiment.kind = kind;
        experiment.fill();
        return experiment;
    }
}
