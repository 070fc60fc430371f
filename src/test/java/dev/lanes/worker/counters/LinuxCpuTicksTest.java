package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinuxCpuTicksTest {
    private static final LinuxCpuTicks BEFORE = LinuxCpuTicks.of("cpu  1000 10 500 8000 40 5 5 100 7 0");
    /// 20 ticks later: 12 in programs, 6 idle, 2 stolen.
    private static final LinuxCpuTicks AFTER = LinuxCpuTicks.of("cpu  1010 10 502 8005 41 5 5 102 7 0");

    @Test
    void whatRanAndWhatWasStolenIsWhatWentBySince() {
        LinuxCpuTicks ticks = AFTER.since(BEFORE);

        assertThat(ticks).isEqualTo(new LinuxCpuTicks(20, 12, 2));
    }

    @Test
    void whatTheForkDidNotUseWasUsedByOthers() {
        assertThat(AFTER.since(BEFORE).ofOthers(100e6)).isCloseTo(12 - 10, within(1e-9));
    }

    @Test
    void whereNothingIsKnownNoTickWentBy() {
        assertThat(LinuxCpuTicks.of("intr 1 2 3").since(LinuxCpuTicks.of("")).all()).isZero();
    }
}
