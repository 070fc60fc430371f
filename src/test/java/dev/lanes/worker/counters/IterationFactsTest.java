package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IterationFactsTest {
    @Test
    void whatJmhDoesAroundAnIterationIsNoProcessorTimeOfItsOperations() {
        double oneThread = IterationFacts.cpuNanosPerOperation(14e6, 14e6, 10e6, 1_000);
        double twoThreads = IterationFacts.cpuNanosPerOperation(28e6, 14e6, 10e6, 1_000);

        assertThat(oneThread).as("10 ms of operations in a window of 14 ms").isEqualTo(10_000);
        assertThat(twoThreads).isEqualTo(20_000);
        assertThat(IterationFacts.cpuNanosPerOperation(0, 14e6, 10e6, 1_000)).as("waits").isZero();
    }
}
