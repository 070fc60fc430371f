package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.stats.trust.Given;
import dev.lanes.stats.verdict.SpeedupWords;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the intervals promise, tried on simulated runs whose truth is known: 100 ns.
@BesideOthers
class CoverageTest {
    private static final int RUNS = 2_000;
    /// As few as an effort measures in a fork.
    private static final int ITERATIONS = 12;
    private static final double TRUTH = 100;

    /// How the times of a fork come about, each in its own way off the truth.
    enum Noise {
        /// Forks scatter by 3 %, and their iterations by 4 % around that.
        LOGNORMAL("lognormal") {
            @Override
            double[] fork(SplittableRandom random) {
                double middle = 0.03 * random.nextGaussian();
                return times(at -> middle + 0.04 * random.nextGaussian());
            }
        },
        /// Half of the forks run 15 % slower than the others; the truth lies in their geometric middle.
        BIMODAL("two modes between JVMs, 15 % apart") {
            @Override
            double[] fork(SplittableRandom random) {
                double mode = (random.nextBoolean() ? 1 : -1) * Math.log(1.15) / 2;
                return times(at -> mode + 0.01 * random.nextGaussian());
            }
        },
        /// In every fork a fifth to two fifths of the iterations run 15 % slower, as beside a neighbour that comes and
        /// goes; the truth is the time of the others.
        BIMODAL_ITERATIONS("two modes within a JVM, 15 % apart") {
            @Override
            double[] fork(SplittableRandom random) {
                double middle = 0.03 * random.nextGaussian();
                double slow = 0.2 + 0.2 * random.nextDouble();
                return times(at -> middle + 0.01 * random.nextGaussian()
                        + (random.nextDouble() < slow ? Math.log(1.15) : 0));
            }
        },
        /// Times wander within a fork, each step from where the last one led, and every fork warms or cools.
        DRIFTING("drifting within a JVM") {
            @Override
            double[] fork(SplittableRandom random) {
                double slope = 0.004 * random.nextGaussian();
                double[] walk = {0.02 * random.nextGaussian()};
                return times(at -> {
                    walk[0] += 0.01 * random.nextGaussian();
                    return walk[0] + slope * at + 0.01 * random.nextGaussian();
                });
            }
        },
        /// Forks and iterations scatter as Student's t with three degrees of freedom does: most by little, some by much.
        HEAVY_TAILS("heavy tails") {
            @Override
            double[] fork(SplittableRandom random) {
                double middle = 0.03 * student3(random);
                return times(at -> middle + 0.03 * student3(random));
            }
        },
        /// Beside one fork in four a neighbour works for a part of its time, which takes a third longer then; the truth
        /// is the time without.
        SLOW_NEIGHBOUR("a slow neighbour") {
            @Override
            double[] fork(SplittableRandom random) {
                double middle = 0.03 * random.nextGaussian();
                int begin = random.nextInt(ITERATIONS);
                int end = random.nextInt(4) > 0 ? begin : begin + random.nextInt(ITERATIONS / 2);
                return times(at -> middle + 0.01 * random.nextGaussian()
                        + (at >= begin && at < end ? Math.log(4 / 3.0) : 0));
            }
        },
        /// As on a host whose cores others use, too: forks scatter by 12 %, and their iterations by 15 % around that.
        SHARED_HOST("a shared host") {
            @Override
            double[] fork(SplittableRandom random) {
                double middle = 0.12 * random.nextGaussian();
                return times(at -> middle + 0.15 * random.nextGaussian());
            }
        };

        final String words;

        Noise(String words) {
            this.words = words;
        }

        abstract double[] fork(SplittableRandom random);

        private static double[] times(IntToDoubleFunction log) {
            double[] times = new double[ITERATIONS];
            Arrays.setAll(times, at -> TRUTH * Math.exp(log.applyAsDouble(at)));
            return times;
        }

        private static double student3(SplittableRandom random) {
            double squares = 0;
            for (int one = 0; one < 3; one++) {
                squares += Math.pow(random.nextGaussian(), 2);
            }
            return random.nextGaussian() / Math.sqrt(squares / 3);
        }

        CaseSamples run(SplittableRandom random, int forks) {
            return Given.times(forks(random, forks));
        }

        private double[][] forks(SplittableRandom random, int forks) {
            double[][] run = new double[forks][];
            Arrays.setAll(run, fork -> fork(random));
            return run;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOGNORMAL, 5", "LOGNORMAL, 8", "DRIFTING, 5", "DRIFTING, 8",
        "BIMODAL_ITERATIONS, 5", "BIMODAL_ITERATIONS, 8",
        "HEAVY_TAILS, 5", "HEAVY_TAILS, 8", "SLOW_NEIGHBOUR, 5", "SLOW_NEIGHBOUR, 8",
        "SHARED_HOST, 5", "SHARED_HOST, 8",
        // With fewer forks too many runs see one mode only, and with more of them nearly all see both.
        "BIMODAL, 5", "BIMODAL, 6",
    })
    void theIntervalCoversTheTruthInNinetyFiveOfAHundredRuns(Noise noise, int forks) {
        // Samples in two modes let JVMs be assumed to scatter further than those here do, until more of them tell.
        double promisedAtMost = noise == Noise.BIMODAL_ITERATIONS && forks == 5 ? 99 : 98;
        assertThat(covered(noise, forks)).isBetween(92.0, promisedAtMost);
    }

    @ParameterizedTest
    @MethodSource("noisesAndFewForks")
    void fewForksPromiseTooLittleRatherThanTooMuch(Noise noise, int forks) {
        assertThat(covered(noise, forks)).isGreaterThanOrEqualTo(92);
    }

    static Stream<Arguments> noisesAndFewForks() {
        return Stream.of(Noise.values())
                .flatMap(noise -> Stream.of(1, 2, 3, 4).map(forks -> Arguments.of(noise, forks)));
    }

    /// Two modes are wholly within the interval of those who see both, and Student's interval is wide for heavy tails:
    /// both are more than is promised.
    @ParameterizedTest
    @MethodSource("noisesAndEfforts")
    void whatAnEffortStopsAtCoversTheTruth(Noise noise, EffortLevel effort) {
        double promisedAtMost = effort == EffortLevel.QUICK || noise == Noise.BIMODAL || noise == Noise.HEAVY_TAILS ? 100 : 98;
        assertThat(coveredWhenStopped(noise, effort.effort())).isBetween(92.0, promisedAtMost);
    }

    /// The cases of a run scatter each in its own measure, half as far to twice as far as the middle one.
    @ParameterizedTest
    @ValueSource(ints = {5, 8})
    void casesThatTellOfEachOthersScatterCoverTheTruth(int forks) {
        SplittableRandom random = new SplittableRandom(45);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            ForkScatter kind = ForkScatter.of(Plan.Execution.COMPILED, false);
            CaseSamples last = null;
            for (int one = 0; one < 4; one++) {
                last = kind.newCase(Plan.Execution.COMPILED);
                double scatter = 0.015 * Math.pow(2, random.nextDouble(-1, 1));
                for (int fork = 0; fork < forks; fork++) {
                    double middle = scatter * random.nextGaussian();
                    last.add(Given.fork(Noise.times(at -> middle + 0.02 * random.nextGaussian())));
                }
            }
            covered += covers(Estimator.score(last)) ? 1 : 0;
        }
        assertThat(100.0 * covered / RUNS).isBetween(92.0, 99.0);
    }

    @ParameterizedTest
    @EnumSource
    void aClaimThatIsMeasuredUntilItIsAnsweredIsHardlyEverAnsweredByTheSameThingTwice(Noise noise) {
        assertThat(differentWhenMeasuredUntilClear(noise, Estimator::speedup)).isLessThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void anEditThatChangesNothingIsCalledFasterOrSlowerOnceInAHundredTimes(Noise noise) {
        assertThat(differentWhenMeasuredUntilClear(noise, Estimator::overOriginal)).isLessThanOrEqualTo(1);
    }

    /// Of a hundred runs in which the same thing is measured twice, looked at after every round.
    private static double differentWhenMeasuredUntilClear(
            Noise noise, BiFunction<CaseSamples, CaseSamples, Speedup> estimator) {
        SplittableRandom random = new SplittableRandom(46);
        Plan.Effort.Forks forks = EffortLevel.QUICK.effort().claimForks();
        int different = 0;
        for (int run = 0; run < RUNS; run++) {
            CaseSamples one = noise.run(random, forks.least());
            CaseSamples other = noise.run(random, forks.least());
            while (!clear(estimator.apply(one, other)) && one.forks().size() < forks.inAll()) {
                one.add(noise.run(random, 1).forks().getFirst());
                other.add(noise.run(random, 1).forks().getFirst());
            }
            different += clear(estimator.apply(one, other)) ? 1 : 0;
        }
        return 100.0 * different / RUNS;
    }

    private static boolean clear(Speedup speedup) {
        return SpeedupWords.faster(speedup) || SpeedupWords.slower(speedup);
    }

    static Stream<Arguments> noisesAndEfforts() {
        return Stream.of(Noise.values())
                .flatMap(noise -> Stream.of(EffortLevel.values()).map(effort -> Arguments.of(noise, effort)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOGNORMAL, 1", "LOGNORMAL, 2", "LOGNORMAL, 3", "LOGNORMAL, 5", "LOGNORMAL, 8",
        "DRIFTING, 1", "DRIFTING, 2", "DRIFTING, 3", "DRIFTING, 5", "DRIFTING, 8",
        "BIMODAL, 1", "BIMODAL, 2", "BIMODAL, 3", "BIMODAL, 5", "BIMODAL, 8",
        "BIMODAL_ITERATIONS, 1", "BIMODAL_ITERATIONS, 2", "BIMODAL_ITERATIONS, 3", "BIMODAL_ITERATIONS, 5",
        "HEAVY_TAILS, 1", "HEAVY_TAILS, 2", "HEAVY_TAILS, 3", "HEAVY_TAILS, 5",
        "SLOW_NEIGHBOUR, 1", "SLOW_NEIGHBOUR, 2", "SLOW_NEIGHBOUR, 3", "SLOW_NEIGHBOUR, 5",
    })
    void theSameThingTwiceIsHardlyEverCalledFasterOrSlower(Noise noise, int forks) {
        assertThat(different(noise, forks)).isLessThan(5);
    }

    static double coveredWhenStopped(Noise noise, Plan.Effort effort) {
        SplittableRandom random = new SplittableRandom(44);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            covered += covers(stoppedEarly(noise, effort, random)) ? 1 : 0;
        }
        return 100.0 * covered / RUNS;
    }

    private static Score stoppedEarly(Noise noise, Plan.Effort effort, SplittableRandom random) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        int forks;
        do {
            samples.add(noise.run(random, 1).forks().getFirst());
            forks = samples.forks().size();
        } while (forks < effort.leastForks()
                || Estimator.forksFor(effort.target(), samples, effort.forks()) > forks);
        return Estimator.score(samples);
    }

    private static boolean covers(Score score) {
        return score.low() <= TRUTH && TRUTH <= score.high();
    }

    static double covered(Noise noise, int forks) {
        SplittableRandom random = new SplittableRandom(42);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            Score score = Estimator.score(noise.run(random, forks));
            covered += covers(score) ? 1 : 0;
        }
        return 100.0 * covered / RUNS;
    }

    static double different(Noise noise, int forks) {
        SplittableRandom random = new SplittableRandom(43);
        int different = 0;
        for (int run = 0; run < RUNS; run++) {
            Speedup speedup = Estimator.speedup(noise.run(random, forks), noise.run(random, forks));
            different += clear(speedup) ? 1 : 0;
        }
        return 100.0 * different / RUNS;
    }
}
