package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.stats.trust.Given;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final double[] SETTLED = {20, 10, 10.1, 10, 10.1, 10, 10.1, 10};

    @Test
    void aTimeThatGoesUpAndDownNearbyHasSettled() {
        assertThat(point(SETTLED)).hasValue(6);
    }

    @Test
    void aTimeThatStillFallsHasNot() {
        assertThat(point(10.9, 10.8, 10.7, 10.6, 10.5, 10.4, 10.3, 10.2)).isEmpty();
    }

    @Test
    void oneStrayAmongTheLastFiveIsNoSignOfAWarmUp() {
        assertThat(point(20, 10, 10.1, 10, 10.1, 11, 10.1, 10)).hasValue(7);
        assertThat(point(20, 10, 11, 10, 11.5, 10, 11, 10)).isEmpty();
    }

    @Test
    void aTimeThatJumpsHasNot() {
        assertThat(point(10, 11, 10, 11, 10, 11, 10, 11)).isEmpty();
    }

    @Test
    void nothingHasSettledWhileTheCompilersWork() {
        assertThat(Settling.point(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.05), SETTLED, new double[] {10})))
                .isEmpty();
        assertThat(Settling.point(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.005), SETTLED, new double[] {10})))
                .isPresent();
    }

    @Test
    void whatWasMeasuredBeforeItHadSettledCountsAsWarmUp() {
        ForkSamples late = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24},
                new double[] {22, 10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1, 10}));

        assertThat(late.settled()).isTrue();
        assertThat(late.nsPerOp()).containsExactly(10.1, 10, 10.1, 10);
    }

    @Test
    void whereTooLittleWouldBeLeftEverythingCountsAndItIsCalledUnsettled() {
        ForkSamples late = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24}, new double[] {10, 10.1, 10, 10.1, 10}));

        assertThat(late.settled()).isFalse();
        assertThat(late.nsPerOp()).hasSize(5);
    }

    private static OptionalInt point(double... warmup) {
        double last = Arrays.stream(warmup).min().orElseThrow();
        return Settling.point(Given.iterations(Map.of(), warmup, new double[] {last}));
    }
}
