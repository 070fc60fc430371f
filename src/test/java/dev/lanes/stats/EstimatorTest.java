package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.stats.trust.Given;
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

    /// By hand: logarithms 0, 0.01 and 0.02 have mean 0.01 and standard error 0.01/sqrt(3); t(2) is 4.3027.
    @Test
    void threeForksHaveStudentsInterval() {
        double[][] forks = {{1, 1}, {Math.exp(0.01), Math.exp(0.01)}, {Math.exp(0.02), Math.exp(0.02)}};
        double reach = 4.3027 * 0.01 / Math.sqrt(3);

        assertThat(score(forks).low()).isCloseTo(Math.exp(0.01 - reach), within(1e-5));
        assertThat(score(forks).high()).isCloseTo(Math.exp(0.01 + reach), within(1e-5));
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

    /// By hand: logarithms -1, 0 and 1 have standard error 1/sqrt(3); t(2) is 4.3027.
    @Test
    void callsFromColdThatScatterHaveStudentsIntervalAndNoModes() {
        CaseSamples calls = Given.calls(Plan.Execution.FROM_COLD, Map.of(), Math.exp(-1), 1, Math.E);

        assertThat(Estimator.twoModes(calls)).isFalse();
        assertThat(Estimator.score(calls).high()).isCloseTo(Math.exp(4.3027 / Math.sqrt(3)), within(1e-3));
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
    void twoForksThatAgreeAreNoSurerThanOne() {
        Score one = score(new double[] {7, 7, 7});
        Score two = score(new double[] {7, 7, 7}, new double[] {7, 7, 7});

        assertThat(two.high()).isCloseTo(7 * Math.exp(2.7764 * 0.03 * Math.sqrt(4 / 5.0)), within(1e-3));
        assertThat(two.high()).isGreaterThan(7 * Math.exp(2.7764 * 0.03 / 2)).isLessThan(one.high());
    }

    @Test
    void untilThreeForksHaveRunASpeedupReachesFurtherForAModeThatWasNotSeen() {
        double[][] forks = {{1, 1}, {1.01, 1.01}, {1.02, 1.02}};
        CaseSamples three = Given.times(forks);
        CaseSamples two = Given.times(forks[0], forks[2]);

        Speedup alike = Estimator.speedup(three, three);
        assertThat(alike.high()).isLessThan(1.04);
        assertThat(Estimator.speedup(three, two).high()).isGreaterThan(1.1 * 1.04);
        assertThat(Estimator.speedup(two, three).low()).isLessThan(1 / (1.1 * 1.04));
    }

    /// By hand: both variances of the mean are 0.0001/3, so the freedom is 4 and t(4) 2.7764.
    @Test
    void theSpeedupOfThreeForksEachHasWelchsInterval() {
        CaseSamples samples = Given.times(
                new double[] {1, 1}, new double[] {Math.exp(0.01), Math.exp(0.01)},
                new double[] {Math.exp(0.02), Math.exp(0.02)});

        assertThat(Estimator.speedup(samples, samples).high())
                .isCloseTo(Math.exp(2.7764 * Math.sqrt(2 * 0.0001 / 3)), within(1e-5));
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
        Score wide = score(new double[] {10, 10}, new double[] {10.2, 10.2}, new double[] {10.4, 10.4});

        assertThat(Estimator.imprecision(wide)).isBetween(0.04, 0.06);
        assertThat(Estimator.forksFor(0.10, wide, 8)).isEqualTo(3);
        assertThat(Estimator.forksFor(0.03, wide, 8)).isBetween(4, 5);
        assertThat(Estimator.forksFor(0, wide, 8)).isEqualTo(8);
    }

    private static Score score(double[]... forks) {
        return Estimator.score(Given.times(forks));
    }
}
