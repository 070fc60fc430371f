package dev.lanes.stats;

import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// Medians and speedups with their intervals.
///
/// Both rest on the logarithms of the forks' medians ([LogMean]): a fork is one observation, however many iterations
/// it has. From three forks on, the interval is Student's. Forks that split into two modes widen it to hold every
/// fork's median, since no figure between the modes is ever measured.
public final class Estimator {
    static final double CONFIDENCE = 0.95;
    /// Forks further apart than this run in two modes.
    static final double TWO_MODES = 0.10;

    private Estimator() {}

    /// The median time of an operation.
    public static Score score(CaseSamples samples) {
        double[] all = samples.all();
        double median = median(all);
        double[] interval = interval(samples, median);
        return new Score(median, interval[0], interval[1], "ns/op", CONFIDENCE, all.length, samples.forks().size());
    }

    /// How many times faster `other` is than `baseline`, as the ratio of their medians.
    ///
    /// The interval is Welch's, with the degrees of freedom of Satterthwaite (1946), and at least as wide as the forks
    /// of either side are apart where they have two modes. One or two forks may not have seen the mode that the next
    /// would run in, so with as few on either side the interval reaches further by `TWO_MODES`.
    public static Speedup speedup(CaseSamples baseline, CaseSamples other) {
        LogMean one = LogMean.of(baseline);
        LogMean two = LogMean.of(other);
        double value = median(baseline.all()) / median(other.all());
        double middle = one.mean() - two.mean();
        double variance = one.variance() + two.variance();
        double reach = variance == 0 ? 0 : quantile(Math.pow(variance, 2)
                / (Math.pow(one.variance(), 2) / one.freedom() + Math.pow(two.variance(), 2) / two.freedom()))
                * Math.sqrt(variance);
        double low = Math.exp(middle - reach);
        double high = Math.exp(middle + reach);
        if (twoModes(baseline) || twoModes(other)) {
            low = Math.min(low, StatUtils.min(baseline.medians()) / StatUtils.max(other.medians()));
            high = Math.max(high, StatUtils.max(baseline.medians()) / StatUtils.min(other.medians()));
        }
        double unseen = LogMean.tell(baseline.forks().size()) && LogMean.tell(other.forks().size()) ? 0 : TWO_MODES;
        return new Speedup(value, Math.min(low, value) / (1 + unseen), Math.max(high, value) * (1 + unseen));
    }

    /// How far the farther end of the interval is from the median, as a share.
    public static double imprecision(Score score) {
        return Math.max(score.high() / score.median(), score.median() / score.low()) - 1;
    }

    /// How many forks the case will take until its interval is within `target`, if they go on to scatter as they did:
    /// from as many as there are up to `most`.
    public static int forksFor(double target, Score score, int most) {
        int forks = score.forks();
        double now = imprecision(score);
        while (forks < most && now * reach(forks) / reach(score.forks()) > target) {
            forks++;
        }
        return forks;
    }

    /// Not from cold: there a fork is a single call, and single calls scatter without any modes.
    public static boolean twoModes(CaseSamples samples) {
        return samples.execution() != Plan.Execution.FROM_COLD && samples.spread() > TWO_MODES;
    }

    public static double median(double[] values) {
        return StatUtils.percentile(values, 50);
    }

    private static double[] interval(CaseSamples samples, double median) {
        LogMean mean = LogMean.of(samples);
        double reach = quantile(mean.freedom()) * Math.sqrt(mean.variance());
        double low = Math.min(median, Math.exp(mean.mean() - reach));
        double high = Math.max(median, Math.exp(mean.mean() + reach));
        return twoModes(samples)
                ? new double[] {
                    Math.min(low, Arrays.stream(samples.medians()).min().orElseThrow()),
                    Math.max(high, Arrays.stream(samples.medians()).max().orElseThrow())
                }
                : new double[] {low, high};
    }

    /// Half an interval's width in standard deviations between forks.
    private static double reach(int forks) {
        return quantile(LogMean.freedom(forks)) / (LogMean.tell(forks) ? Math.sqrt(forks) : 1);
    }

    private static double quantile(double freedom) {
        return new TDistribution(null, freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    }
}
