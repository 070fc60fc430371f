package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.experiment.Pools;
import dev.lanes.kernel.Primes;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GilTest {
    @ParameterizedTest
    // The last is more than a turn of 5 ms.
    @ValueSource(ints = {1_000, 2_011, 100_000})
    void everyVariantFindsTheSamePrimes(int numbers) throws Exception {
        Gil experiment = new Gil();
        experiment.numbers = numbers;
        experiment.fill();
        int[] expected = experiment.sequential().clone();
        assertThat(Arrays.stream(expected).sum()).isEqualTo(Primes.count(1_000_000, 1_000_000 + 8 * numbers));
        Pools.onEach(pool -> {
            // Wiped first: the variants share the array, and old counts must not pass for new ones.
            Arrays.fill(experiment.sequential(), -1);
            assertThat(experiment.underGlobalLock(pool)).containsExactly(expected);
            Arrays.fill(experiment.sequential(), -1);
            assertThat(experiment.freeThreads(pool)).containsExactly(expected);
        });
        PrimeProcesses processes = new PrimeProcesses();
        processes.start();
        try {
            for (int call = 0; call < 2; call++) {
                Arrays.fill(experiment.sequential(), -1);
                assertThat(experiment.separateProcesses(processes)).containsExactly(expected);
            }
        } finally {
            processes.end();
        }
    }
}
