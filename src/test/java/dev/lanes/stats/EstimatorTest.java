package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.stats.trust.Given;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    @Test
    void theScoreIsTheMedianOfAllIterations() {
        Score score = score(new double[] {10, 11, 10.5}, new double[] {10.2, 10.4, 50});

        assertThat(score.median()).isEqualTo(10.45);
        assertThat(score.low()).isLessThan(10.45);
        assertThat(score.high()).isGreaterThan(10.45);
        assertThat(score.samples()).isEqualTo(6);
        assertThat(score.forks()).isEqualTo(2);
        assertThat(score.unit()).isEqualTo("ns/op");
    }

    /// By hand: the logarithms 0, 0.01, 0.02, 0.03 and 0.04 have mean 0.02 and variance 0.00025 with freedom 4; with an
    /// assumed 0.0009 of the same weight that is 0.000575, with freedom 8; t(8) is 2.3060.
    @Test
    void fiveForksHaveStudentsIntervalWithAModeratedVariance() {
        double reach = 2.3060 * Math.sqrt(0.000575 / 5);

        assertThat(score(apart(5)).low()).isCloseTo(Math.exp(0.02 - reach), within(1e-5));
        assertThat(score(apart(5)).high()).isCloseTo(Math.exp(0.02 + reach), within(1e-5));
    }

    @Test
    void theOtherCasesOfItsKindTellHowFarTheForksOfACaseScatter() {
        ForkScatter calm = ForkScatter.of(Plan.Execution.COMPILED, false);
        for (int other = 0; other < 4; other++) {
            fill(calm.newCase(Plan.Execution.COMPILED), 1, 1.001, 0.999, 1, 1.001, 0.999);
        }
        CaseSamples mine = fill(calm.newCase(Plan.Execution.COMPILED), 1, 1.001, 0.999, 1, 1.001, 0.999);
        CaseSamples alone = fill(CaseSamples.alone(Plan.Execution.COMPILED), 1, 1.001, 0.999, 1, 1.001, 0.999);

        assertThat(Estimator.imprecision(Estimator.score(mine)))
                .isLessThan(0.6 * Estimator.imprecision(Estimator.score(alone)));
    }

    @Test
    void forksInTwoModesTellNothingOfOtherCases() {
        ForkScatter kind = ForkScatter.of(Plan.Execution.COMPILED, false);
        CaseSamples mine = fill(kind.newCase(Plan.Execution.COMPILED), 1, 1.001, 0.999, 1, 1.001);
        double before = Estimator.imprecision(Estimator.score(mine));
        fill(kind.newCase(Plan.Execution.COMPILED), 1, 1.5, 1, 1.5);

        assertThat(Estimator.imprecision(Estimator.score(mine))).isEqualTo(before);
    }

    @Test
    void forksOfPooledCasesAreAssumedToScatterFurther() {
        CaseSamples pooled = fill(ForkScatter.of(Plan.Execution.COMPILED, true).newCase(Plan.Execution.COMPILED), 1);
        CaseSamples single = fill(CaseSamples.alone(Plan.Execution.COMPILED), 1);

        assertThat(Estimator.score(pooled).high()).isGreaterThan(Estimator.score(single).high());
    }

    /// By hand: t(4) is 2.7764.
    @Test
    void aSingleForkIsAsUnsureAsForksAreAssumedToDiffer() {
        Score score = score(new double[] {7, 7, 7});

        assertThat(score.high()).isCloseTo(7 * Math.exp(2.7764 * 0.03), within(1e-3));
        assertThat(Estimator.imprecision(score)).isCloseTo(Math.exp(2.7764 * 0.03) - 1, within(1e-4));
    }

    /// By hand: t(4) is 2.7764.
    @Test
    void aSingleCallFromColdIsFarLessSure() {
        Score score = Estimator.score(Given.calls(Plan.Execution.FROM_COLD, Map.of(), 7));

        assertThat(score.high()).isCloseTo(7 * Math.exp(2.7764 * 0.30), within(1e-3));
    }

    /// By hand: logarithms -1, 0 and 1 have variance 1 with freedom 2; with an assumed 0.09 of weight 4 that is
    /// 2.36/6, with freedom 6; t(6) is 2.4469.
    @Test
    void callsFromColdThatScatterHaveAModeratedIntervalAndNoModes() {
        CaseSamples calls = Given.calls(Plan.Execution.FROM_COLD, Map.of(), Math.exp(-1), 1, Math.E);

        assertThat(Modes.two(calls)).isFalse();
        assertThat(Estimator.score(calls).high()).isCloseTo(Math.exp(2.4469 * Math.sqrt(2.36 / 6 / 3)), within(1e-3));
    }

    @Test
    void aVariantThatTakesATenthOfTheTimeIsTenTimesFaster() {
        Speedup speedup = Estimator.speedup(
                Given.times(new double[] {100, 102, 98}), Given.times(new double[] {10, 10.2, 9.8}));

        assertThat(speedup.value()).isEqualTo(10);
        assertThat(speedup.low()).isBetween(7.5, 9.0);
        assertThat(speedup.high()).isBetween(11.1, 13.0);
    }

    @Test
    void forksThatAgreeAreNoSurerThanAModeLetsThemUntilFiveHaveRun() {
        double[] fork = {7, 7, 7};

        for (double[][] few : new double[][][] {{fork, fork}, {fork, fork, fork}, {fork, fork, fork, fork}}) {
            assertThat(score(few).high()).isCloseTo(7 * 1.08, within(1e-6));
        }
        assertThat(score(fork, fork, fork, fork, fork).high()).isLessThan(7 * 1.03);
    }

    @Test
    void aSpeedupReachesFurtherForAModeThatWasNotSeen() {
        assertThat(Estimator.speedup(times(2), times(5)).high()).isGreaterThan(1.1 * 1.06);
        assertThat(Estimator.speedup(times(5), times(2)).low()).isLessThan(1 / (1.1 * 1.06));
        assertThat(Estimator.speedup(times(4), times(4)).high()).isCloseTo(1.08, within(1e-6));
        assertThat(Estimator.speedup(times(5), times(5)).high()).isLessThan(1.04);
    }

    /// By hand: both variances of the mean are 0.000575/5, so the freedom is 16 and t(16) 2.1199.
    @Test
    void theSpeedupOfFiveForksEachHasWelchsInterval() {
        assertThat(Estimator.speedup(times(5), times(5)).high())
                .isCloseTo(Math.exp(2.1199 * Math.sqrt(2 * 0.000575 / 5)), within(1e-5));
    }

    @Test
    void anIntervalOverTwoModesHoldsBoth() {
        CaseSamples modes = Given.times(
                new double[] {10, 10}, new double[] {10, 10}, new double[] {10, 10}, new double[] {10, 10},
                new double[] {10, 10}, new double[] {10, 10}, new double[] {10, 10}, new double[] {15, 15});

        assertThat(Estimator.score(modes).high()).isGreaterThanOrEqualTo(15);
        assertThat(Estimator.speedup(modes, Given.times(new double[] {5, 5})).high()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void moreForksAreAskedForUntilTheIntervalIsLikelyToBeNarrowEnough() {
        assertThat(Estimator.forksFor(0.10, times(3), 8)).isEqualTo(3);
        assertThat(Estimator.forksFor(0.05, times(3), 8)).as("never before an unseen mode is unlikely").isEqualTo(5);
        assertThat(Estimator.forksFor(0.02, times(3), 8)).isBetween(6, 8);
        assertThat(Estimator.forksFor(0, times(3), 8)).isEqualTo(8);
    }

    @Test
    void twoModesAskForAllForksThereMayBe() {
        CaseSamples modes = Given.times(new double[] {10, 10}, new double[] {12, 12}, new double[] {10, 10});

        assertThat(Estimator.forksFor(0.10, modes, 8)).isEqualTo(8);
    }

    /// Forks one percent apart.
    private static double[][] apart(int forks) {
        double[][] times = new double[forks][];
        Arrays.setAll(times, fork -> new double[] {Math.exp(0.01 * fork), Math.exp(0.01 * fork)});
        return times;
    }

    private static CaseSamples times(int forks) {
        return Given.times(apart(forks));
    }

    private static CaseSamples fill(CaseSamples samples, double... medians) {
        for (double median : medians) {
            samples.add(new ForkSamples(Given.iterations(Map.of(), new double[0], new double[] {median, median})));
        }
        return samples;
    }

    private static Score score(double[]... forks) {
        return Estimator.score(Given.times(forks));
    }
}
