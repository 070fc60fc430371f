package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.stats.trust.Given;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

@BesideOthers
class SettlingTest {
    private static final double[] STEADY = {10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1};

    @Test
    void theChangePointIsWhereTheTimesReachTheLevelThatTheyKeep() {
        assertThat(point(20, 15, 12)).hasValue(3);
        assertThat(point()).hasValue(0);
    }

    @Test
    void aTimeThatGoesOnFallingHasNotSettled() {
        double[] falling = new double[30];
        Arrays.setAll(falling, at -> 20 * Math.pow(0.98, at));

        assertThat(Settling.point(iterations(falling))).isEmpty();
    }

    @Test
    void aTimeThatFallsOnceMoreNearTheEndHasNotSettledBefore() {
        double[] times = new double[30];
        Arrays.setAll(times, at -> at < 22 ? 12 : 10);

        assertThat(Settling.point(iterations(times)).orElseThrow()).isBetween(19, 22);
    }

    @Test
    void aStrayAmongThemIsNoSignOfAWarmUp() {
        assertThat(point(20, 10, 10.1, 14, 10.1, 10)).hasValue(1);
    }

    @Test
    void timesThatScatterSettleAroundTheirMiddle() {
        double[] scattering = {30, 25, 10, 11.5, 9, 10.5, 9.5, 12, 10, 8.5, 11, 10, 9.5, 11, 10.5, 9};

        assertThat(Settling.point(iterations(scattering)).orElseThrow()).isBetween(1, 3);
    }

    @Test
    void nothingHasSettledWhileTheCompilersWork() {
        assertThat(Settling.point(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.9), STEADY, STEADY))).isEmpty();
        assertThat(Settling.point(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.1), STEADY, STEADY))).isPresent();
    }

    @Test
    void aWarmUpMayEndWhenItsLastTimesAreLikeThoseBefore() {
        assertThat(Settling.looksSettled(iterations(30, 20, 10, 10.1, 10, 10.1, 10, 10.1))).as("2 of 4 were slower").isFalse();
        assertThat(Settling.looksSettled(iterations(30, 20, 10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1))).isTrue();
        assertThat(Settling.looksSettled(iterations(10, 10, 10, 10))).as("too few").isFalse();
    }

    @Test
    void aWarmUpGoesOnWhileTheCompilersWork() {
        assertThat(Settling.looksSettled(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.9), STEADY, new double[0])))
                .isFalse();
    }

    @Test
    void aPoolWaitsForTheCompilersToLeaveItTheProcessors() {
        assertThat(Settling.leavesProcessorsAlone(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.3), STEADY, new double[0])))
                .isFalse();
        assertThat(Settling.leavesProcessorsAlone(Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.05), STEADY, new double[0])))
                .isTrue();
        assertThat(Settling.leavesProcessorsAlone(iterations(STEADY))).as("where it is not known").isTrue();
        assertThat(Settling.leavesProcessorsAlone(iterations(10, 10, 10, 10))).as("too few").isFalse();
    }

    @Test
    void whatWasMeasuredBeforeItHadSettledCountsAsWarmUp() {
        ForkSamples late = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24}, new double[] {22, 20, 10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1}));

        assertThat(late.settled()).isTrue();
        assertThat(late.nsPerOp()).containsExactly(10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1);
    }

    @Test
    void ifTooLittleWouldBeLeftEverythingCountsAndItIsCalledUnsettled() {
        ForkSamples late = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24}, new double[] {20, 18, 16, 10.1, 10}));

        assertThat(late.settled()).isFalse();
        assertThat(late.nsPerOp()).hasSize(5);
    }

    @Test
    void onlyWhatWasMeasuredBehindTheWarmUpIsEnough() {
        ForkSamples late = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24}, new double[] {22, 20, 10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1}));
        ForkSamples never = new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24}, new double[] {20, 18, 16, 14, 12}));

        assertThat(late.settledFor(8)).isTrue();
        assertThat(late.settledFor(9)).isFalse();
        assertThat(never.settledFor(1)).isFalse();
    }

    /// Of a fork that becomes steady after those.
    private static OptionalInt point(double... before) {
        return Settling.point(Given.iterations(Map.of(), before, STEADY));
    }

    private static List<Iteration> iterations(double... times) {
        return Given.iterations(Map.of(), times, new double[0]);
    }
}
