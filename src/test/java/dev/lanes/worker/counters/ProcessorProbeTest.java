package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorProbeTest {
    @Test
    void aStepTakesAFewNanosecondsAndTheProbeAboutAMillisecond() {
        ProcessorProbe probe = ProcessorProbe.warmedUp(1);
        long begin = System.nanoTime();
        double step = probe.nsPerStep();

        assertThat(step).isBetween(0.1, 100.0);
        assertThat(System.nanoTime() - begin).isBetween(500_000L, 200_000_000L);
    }

    @Test
    void twoProcessorsAreProbedAtOnce() {
        ProcessorProbe probe = ProcessorProbe.warmedUp(2);

        assertThat(probe.processors()).isEqualTo(2);
        assertThat(probe.nsPerStep()).isBetween(0.1, 100.0);
    }

    @Test
    void anEmptyLoopAndTheClockTakeNextToNothing() {
        assertThat(EmptyLoop.nsPerTurn()).isBetween(0.05, 50.0);
        assertThat(EmptyLoop.clockStepNs()).isBetween(1.0, 1e6);
    }
}
