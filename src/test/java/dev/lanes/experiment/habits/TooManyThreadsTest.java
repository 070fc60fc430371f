package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import dev.lanes.kernel.Primes;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TooManyThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 100})
    void anyNumberOfThreadsFindsAllPrimes(int workers) {
        TooManyThreads experiment = new TooManyThreads();
        experiment.numbers = 100;
        experiment.fill();
        int[] expected = experiment.sequential().clone();
        assertThat(expected).hasSize(64);
        assertThat(Arrays.stream(expected).sum()).isEqualTo(Primes.count(1_000_000, 1_006_400));
        Arrays.fill(experiment.sequential(), -1);
        Pools.on(workers, pool -> assertThat(experiment.sharedOut(pool)).containsExactly(expected));
    }
}
