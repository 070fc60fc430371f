package dev.lanes.stats;

import dev.lanes.event.Plan;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;

/// The mean of the logarithms of a case's fork medians, and how sure it is.
///
/// Three forks or more tell by themselves how far forks scatter. One or two cannot, so their scatter is moderated by an
/// assumed one, as Smyth does for few replicates ("Linear models and empirical Bayes methods", 2004, equation 2):
/// forks of one program scatter by `ASSUMED_SCATTER`, or single calls from cold by `ASSUMED_COLD_SCATTER`, and that is
/// trusted like `ASSUMED_FREEDOM` observations. Two are taken to be no surer than one: that they agree hardly tells
/// whether a third would.
///
/// @param variance squared standard error of `mean`
/// @param freedom degrees of freedom of `variance`
public record LogMean(double mean, double variance, double freedom) {
    /// Standard deviation between the medians of two JVMs that run the same program, as a share.
    static final double ASSUMED_SCATTER = 0.03;
    /// The same of two single calls in fresh JVMs, which meet other caches, pages and compilers each time.
    static final double ASSUMED_COLD_SCATTER = 0.30;
    private static final double ASSUMED_FREEDOM = 4;
    private static final int FORKS_THAT_TELL = 3;

    /// A normal sample's median scatters more than its mean by this factor, the root of pi/2.
    private static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);
    /// A normal sample's standard deviation is this many times its median absolute deviation.
    private static final double DEVIATION_OVER_MAD = 1.4826;

    static LogMean of(CaseSamples samples) {
        double[] logs = Arrays.stream(samples.medians()).map(Math::log).toArray();
        int forks = logs.length;
        double mean = StatUtils.mean(logs);
        double scatter = forks == 1 ? 0 : StatUtils.variance(logs, mean);
        if (tell(forks)) {
            return new LogMean(mean, scatter / forks, freedom(forks));
        }
        double within = samples.forks().stream().mapToDouble(LogMean::squaredErrorOfMedian).average().orElseThrow();
        double assumed = Math.pow(assumedScatter(samples), 2) + within;
        double moderated = (ASSUMED_FREEDOM * assumed + (forks - 1) * scatter) / (ASSUMED_FREEDOM + forks - 1);
        return new LogMean(mean, moderated, freedom(forks));
    }

    /// Whether so many forks tell by themselves how far they scatter.
    static boolean tell(int forks) {
        return forks >= FORKS_THAT_TELL;
    }

    public static double assumedScatter(CaseSamples samples) {
        return samples.execution() == Plan.Execution.FROM_COLD ? ASSUMED_COLD_SCATTER : ASSUMED_SCATTER;
    }

    /// Degrees of freedom with so many forks.
    static double freedom(int forks) {
        return tell(forks) ? forks - 1 : ASSUMED_FREEDOM;
    }

    /// Of the logarithm of one fork's median, from the scatter of its iterations.
    private static double squaredErrorOfMedian(ForkSamples fork) {
        double[] logs = Arrays.stream(fork.nsPerOp()).map(Math::log).toArray();
        double middle = Estimator.median(logs);
        double mad = Estimator.median(DoubleStream.of(logs).map(log -> Math.abs(log - middle)).toArray());
        return Math.pow(MEDIAN_OVER_MEAN * DEVIATION_OVER_MAD * mad, 2) / logs.length;
    }
}
