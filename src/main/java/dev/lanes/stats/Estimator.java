package dev.lanes.stats;

import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// Medians and speedups with their intervals.
///
/// Both rest on the logarithms of the forks' medians ([LogMean]): a fork is one observation, however many iterations
/// it has. The interval is Student's, with a moderated variance. Forks in two modes ([Modes]) widen it to hold every
/// fork's median, since no figure between the modes is ever measured. If there are so few forks that all of them may
/// have run in the same mode, the interval is wide enough for the other.
public final class Estimator {
    static final double CONFIDENCE = 0.95;
    /// Of an edit's ratio. It is looked at after every round, and one edit is seldom the only one that somebody tries:
    /// with 95 % an edit that changes nothing would be called faster or slower too often.
    static final double CONFIDENCE_OF_EDITS = 0.99;
    /// Of so many forks all run in the same of two modes once in sixteen times; fewer do so too often to be trusted.
    public static final int FORKS_THAT_TELL = 5;
    /// An interval of fewer forks reaches at least as far either way: half the way between modes 15 % apart, and some.
    private static final double UNSEEN_MODE = 0.08;
    /// Two forks or less leave even that open: a ratio of such reaches further by the distance of two modes.
    private static final int FORKS_THAT_HINT = 3;

    private Estimator() {}

    /// The median time of an operation.
    public static Score score(CaseSamples samples) {
        double[] all = samples.all();
        double median = median(all);
        LogMean mean = LogMean.of(samples);
        double reach = reach(samples, mean, samples.forks().size());
        double low = Math.exp(mean.mean() - reach);
        double high = Math.exp(mean.mean() + reach);
        if (Modes.two(samples)) {
            low = Math.min(low, StatUtils.min(samples.medians()));
            high = Math.max(high, StatUtils.max(samples.medians()));
        }
        return new Score(
                median, Math.min(median, low), Math.max(median, high), "ns/op", CONFIDENCE, all.length,
                samples.forks().size());
    }

    /// How many times faster `other` is than `baseline`, as the ratio of their medians.
    ///
    /// The interval is Welch's, and at least as wide as the forks of either side are apart if they have two modes, or as
    /// a mode that was not seen may be away.
    public static Speedup speedup(CaseSamples baseline, CaseSamples other) {
        return speedup(baseline, other, CONFIDENCE, 1);
    }

    /// How many times faster an edit is than its original, in the same way with [#CONFIDENCE_OF_EDITS]: with few forks
    /// either of them may have an unseen mode.
    public static Speedup overOriginal(CaseSamples original, CaseSamples edit) {
        return speedup(original, edit, CONFIDENCE_OF_EDITS, 2);
    }

    /// @param unseenModes how many modes may have gone unseen
    private static Speedup speedup(CaseSamples baseline, CaseSamples other, double confidence, int unseenModes) {
        LogMean one = LogMean.of(baseline);
        LogMean two = LogMean.of(other);
        double value = median(baseline.all()) / median(other.all());
        double middle = one.mean() - two.mean();
        int fewest = Math.min(baseline.forks().size(), other.forks().size());
        double reach = Math.max(welch(one, two, confidence), unseenModes * unseen(baseline, fewest));
        double low = Math.exp(middle - reach);
        double high = Math.exp(middle + reach);
        if (Modes.two(baseline) || Modes.two(other)) {
            low = Math.min(low, StatUtils.min(baseline.medians()) / StatUtils.max(other.medians()));
            high = Math.max(high, StatUtils.max(baseline.medians()) / StatUtils.min(other.medians()));
        }
        double open = fewest < FORKS_THAT_HINT ? Modes.APART : 0;
        return new Speedup(value, Math.min(low, value) / (1 + open), Math.max(high, value) * (1 + open));
    }

    /// How many times as long as the `others` those times are at most, by the far end of Welch's interval. NaN where there
    /// are fewer than two of either.
    public static double atMostLongerThan(double[] others, double[] those) {
        if (others.length < 2 || those.length < 2) {
            return Double.NaN;
        }
        LogMean one = LogMean.of(others);
        LogMean two = LogMean.of(those);
        return Math.exp(two.mean() - one.mean() + welch(one, two, CONFIDENCE));
    }

    /// How far the farther end of the interval is from the median, as a share.
    public static double imprecision(Score score) {
        return Math.max(score.high() / score.median(), score.median() / score.low()) - 1;
    }

    /// How many forks the case will take until its interval is within `target`, if they go on to scatter as they did:
    /// from as many as there are up to `most`.
    public static int forksFor(double target, CaseSamples samples, int most) {
        if (Modes.two(samples) && samples.spread() > target) {
            return most;
        }
        LogMean mean = LogMean.of(samples);
        int forks = samples.forks().size();
        while (forks < most && Math.expm1(reach(samples, mean, forks)) > target) {
            forks++;
        }
        return forks;
    }

    /// Whether its JVMs, or the times of a single one, scatter further than those of other cases of its kind do.
    public static boolean scattersMoreThanExpected(CaseSamples samples) {
        return LogMean.seen(samples) > samples.scatter().varianceOfKind(samples);
    }

    public static double median(double[] values) {
        return StatUtils.percentile(values, 50);
    }

    /// How far the interval reaches either way with so many forks of the same scatter, in logarithms.
    private static double reach(CaseSamples samples, LogMean mean, int forks) {
        LogMean then = mean.with(forks, samples.forks().size());
        return Math.max(
                quantile(then.freedom(), CONFIDENCE) * Math.sqrt(then.variance()), unseen(samples, forks));
    }

    /// How far the interval of their difference reaches either way, with the degrees of freedom of Satterthwaite (1946).
    private static double welch(LogMean one, LogMean two, double confidence) {
        double variance = one.variance() + two.variance();
        double freedom = Math.pow(variance, 2)
                / (Math.pow(one.variance(), 2) / one.freedom() + Math.pow(two.variance(), 2) / two.freedom());
        return variance == 0 ? 0 : quantile(freedom, confidence) * Math.sqrt(variance);
    }

    private static double unseen(CaseSamples samples, int forks) {
        return forks >= FORKS_THAT_TELL || samples.execution().callByCall() ? 0 : Math.log1p(UNSEEN_MODE);
    }

    private static double quantile(double freedom, double confidence) {
        return new TDistribution(null, freedom).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
