package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorProbeTest {
    @Test
    void aStepTakesAFewNanosecondsAndTheProbeAboutTwoMilliseconds() {
        ProcessorProbe probe = ProcessorProbe.warmedUp();
        long begin = System.nanoTime();
        double step = probe.nsPerStep();

        assertThat(step).isBetween(0.1, 100.0);
        assertThat(System.nanoTime() - begin).isBetween(1_000_000L, 200_000_000L);
    }

    @Test
    void anEmptyLoopAndTheClockTakeNextToNothing() {
        assertThat(EmptyLoop.nsPerTurn()).isBetween(0.05, 50.0);
        assertThat(EmptyLoop.clockStepNs()).isBetween(1.0, 1e6);
    }
}
