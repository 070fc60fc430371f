package dev.lanes.bench;

import java.util.stream.DoubleStream;

/// The median of ratios, one for each pair of forks, and an interval for it.
///
/// The interval lies between two of the ratios, as far from the ends as the binomial distribution allows: half of all
/// ratios lie below their median, whatever their distribution is (Conover, "Practical Nonparametric Statistics",
/// section 3.2).
///
/// @param coverage how often such an interval holds the median: at least 0.95 from six pairs on
record Ratio(double median, double low, double high, double coverage) {
    private static final double WANTED = 0.95;

    static Ratio of(double... ratios) {
        double[] sorted = DoubleStream.of(ratios).sorted().toArray();
        int count = sorted.length;
        int from = 0;
        while (from + 1 < count - 1 - from && coverage(count, from + 1) >= WANTED) {
            from++;
        }
        double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        return new Ratio(median, sorted[from], sorted[count - 1 - from], coverage(count, from));
    }

    /// How often the median lies between the numbers that have `from` others outside of them on either side.
    private static double coverage(int count, int from) {
        double outside = 0;
        double ways = 1;
        for (int below = 0; below <= from; below++) {
            outside += ways / Math.pow(2, count);
            ways = ways * (count - below) / (below + 1);
        }
        return Math.max(0, 1 - 2 * outside);
    }
}
