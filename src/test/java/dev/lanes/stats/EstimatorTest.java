package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    @Test
    void theScoreIsTheMedianOfAllIterations() {
        Score score = new Estimator(1).score(samples(new double[] {10, 12, 11}, new double[] {13, 9, 50}));

        assertThat(score.median()).isEqualTo(11.5);
        assertThat(score.low()).isBetween(9.0, 11.5);
        assertThat(score.high()).isBetween(11.5, 50.0);
        assertThat(score.samples()).isEqualTo(6);
        assertThat(score.forks()).isEqualTo(2);
        assertThat(score.unit()).isEqualTo("ns/op");
    }

    @Test
    void identicalIterationsGiveAnIntervalOfNoWidth() {
        Score score = new Estimator(1).score(samples(new double[] {7, 7, 7}));

        assertThat(score.low()).isEqualTo(7);
        assertThat(score.high()).isEqualTo(7);
    }

    @Test
    void aVariantThatTakesATenthOfTheTimeIsTenTimesFaster() {
        Speedup speedup = new Estimator(1)
                .speedup(samples(new double[] {100, 102, 98}), samples(new double[] {10, 10.2, 9.8}));

        assertThat(speedup.value()).isEqualTo(10);
        assertThat(speedup.low()).isBetween(9.0, 10.0);
        assertThat(speedup.high()).isBetween(10.0, 11.0);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        CaseSamples samples = samples(new double[] {10, 12, 11, 15, 9});

        assertThat(new Estimator(5).score(samples)).isEqualTo(new Estimator(5).score(samples));
    }

    @Test
    void forksThatDisagreeWidenTheIntervalMoreThanTheirIterationsDo() {
        Score apart = new Estimator(1).score(samples(
                new double[] {10, 10, 10, 10}, new double[] {20, 20, 20, 20}, new double[] {10, 10, 10, 10}));

        assertThat(apart.low()).isEqualTo(10);
        assertThat(apart.high()).isEqualTo(20);
    }

    /// 400 simulated runs of five forks with ten lognormal iterations each. The true median is 100 ns; a nominal 95 %
    /// interval from five forks is known to cover somewhat less.
    @Test
    void theIntervalCoversTheTrueMedianInMostRuns() {
        SplittableRandom random = new SplittableRandom(42);
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            CaseSamples samples = new CaseSamples();
            for (int fork = 0; fork < 5; fork++) {
                double[] iterations = new double[10];
                for (int i = 0; i < iterations.length; i++) {
                    iterations[i] = 100 * Math.exp(0.05 * random.nextGaussian());
                }
                samples.addFork(iterations);
            }
            Score score = new Estimator(run).score(samples);
            covered += score.low() <= 100 && 100 <= score.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(360, 400);
    }

    private static CaseSamples samples(double[]... forks) {
        CaseSamples samples = new CaseSamples();
        for (double[] fork : forks) {
            samples.addFork(fork);
        }
        return samples;
    }
}
