package dev.lanes.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/// The mean of the logarithms of a case's fork medians, and how sure it is.
///
/// The scatter of a few forks is moderated by what is expected of cases of their kind ([ForkScatter]), as Smyth does
/// for few replicates ("Linear models and empirical Bayes methods", 2004, equation 2). Five forks or more that scatter
/// further than expected keep their own scatter: cases that nothing disturbed would play down what disturbed them.
///
/// @param variance squared standard error of `mean`
/// @param freedom degrees of freedom of `variance`
record LogMean(double mean, double variance, double freedom) {
    static LogMean of(CaseSamples samples) {
        double[] logs = samples.logMedians();
        int forks = logs.length;
        double seen = seen(samples);
        double scatter = forks == 1 ? 0 : seen;
        // What several forks are apart by holds the error of each one's median; a single one tells it by itself.
        double within = forks == 1 ? seen : 0;
        double expected = samples.scatter().variance(samples) + within;
        if (forks >= Estimator.FORKS_THAT_TELL && scatter > expected) {
            return new LogMean(StatUtils.mean(logs), scatter / forks, forks - 1);
        }
        double freedom = ForkScatter.FREEDOM + forks - 1;
        double moderated = (ForkScatter.FREEDOM * expected + (forks - 1) * scatter) / freedom;
        return new LogMean(StatUtils.mean(logs), moderated / forks, freedom);
    }

    /// Of times that nothing else is known of.
    static LogMean of(double[] times) {
        double[] logs = Arrays.stream(times).map(Math::log).toArray();
        return new LogMean(StatUtils.mean(logs), StatUtils.variance(logs) / logs.length, logs.length - 1);
    }

    /// What its forks are off by, squared, by themselves: what several are apart, and of a single one how far its times
    /// leave its median open.
    static double seen(CaseSamples samples) {
        return samples.forks().size() == 1
                ? squaredErrorOfMedian(samples.forks().getFirst())
                : StatUtils.variance(samples.logMedians());
    }

    /// The same if there were so many forks that scatter as these do.
    LogMean with(int forks, int now) {
        return new LogMean(mean, variance * now / forks, freedom + forks - now);
    }

    /// Of the logarithm of one fork's median: half the way between the two of its times that lie one standard error of
    /// a rank below and above, whatever the times' distribution (Woodruff, "Confidence intervals for medians", 1952).
    private static double squaredErrorOfMedian(ForkSamples fork) {
        double[] logs = Arrays.stream(fork.nsPerOp()).map(Math::log).toArray();
        double percent = 50 / Math.sqrt(logs.length);
        double apart = StatUtils.percentile(logs, Math.min(100, 50 + percent))
                - StatUtils.percentile(logs, Math.max(1e-9, 50 - percent));
        return apart * apart / 4;
    }
}
