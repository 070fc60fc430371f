package dev.lanes.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/// Times that lie far from the others: outside of Tukey's fences ("Exploratory Data Analysis", 1977), and not
/// negligibly close to the median.
final class Outliers {
    /// So many interquartile ranges outside of the quartiles.
    private static final double FENCE = 1.5;
    private static final double NEGLIGIBLE = 0.03;
    /// Quartiles of fewer say nothing.
    private static final int LEAST = 5;

    private Outliers() {}

    /// Their places.
    static List<Integer> of(double[] times) {
        if (times.length < LEAST) {
            return List.of();
        }
        double lower = StatUtils.percentile(times, 25);
        double upper = StatUtils.percentile(times, 75);
        double median = Estimator.median(times);
        double fence = FENCE * (upper - lower);
        return IntStream.range(0, times.length)
                .filter(at -> times[at] < lower - fence || times[at] > upper + fence)
                .filter(at -> Math.abs(times[at] / median - 1) > NEGLIGIBLE)
                .boxed()
                .toList();
    }
}
