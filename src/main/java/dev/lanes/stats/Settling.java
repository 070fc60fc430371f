package dev.lanes.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Tells when a fork's warm-up was over: by what its iterations show, not by their number.
public final class Settling {
    /// As many iterations are compared with as many before them.
    private static final int RECENT = 4;
    /// The times from the change point on, of which single ones may stray, are looked at so many at a time.
    private static final int WINDOW = 5;
    /// The rest may meet something that does not last.
    private static final double INSIDE = 0.9;
    private static final double CLOSE = 0.02;
    /// The median of `WINDOW` normal times scatters by 0.56 of what they scatter; three times as much is rare.
    private static final double REACH_OF_A_WINDOW = 1.7;
    private static final double REACH_OF_ONE = 3;
    /// A normal sample's standard deviation is this many times its median absolute deviation.
    private static final double DEVIATION_OVER_MAD = 1.4826;
    /// Of an iteration. The code of the harness is compiled for about a second, most of it between the iterations; a
    /// compiler that is busy for longer may be about to replace the code that is timed.
    private static final double COMPILERS_AT_REST = 0.5;

    /// The same beside a case that can use all processors itself.
    private static final double COMPILERS_ASLEEP = 0.1;

    private Settling() {}

    /// Whether a warm-up can end: its last iterations take as long as those before them, and the compilers rest. That
    /// it was right to end it is seen later, by [#point].
    public static boolean looksSettled(List<Iteration> warmup) {
        int count = warmup.size();
        if (count < 2 * RECENT) {
            return false;
        }
        double[] times = times(warmup.subList(count - 2 * RECENT, count));
        double before = median(times, 0, RECENT);
        double after = median(times, RECENT, RECENT);
        return Math.abs(before - after) <= Math.max(CLOSE * after, noise(times))
                && compilersAtRest(warmup.subList(count - RECENT, count));
    }

    /// Whether the compilers have been at rest for a while, so that they take no processor from a pool, and what the pool
    /// runs is in its last form. Both last for longer than times take to look settled: half a second, over which pooled
    /// cases took a sixth longer than later.
    public static boolean leavesProcessorsAlone(List<Iteration> warmup) {
        int count = warmup.size();
        return count >= 2 * RECENT && compilersUseLess(COMPILERS_ASLEEP, warmup.subList(count - 2 * RECENT, count));
    }

    /// The change point: after how many of its iterations the fork had settled for good. Empty if it never had.
    ///
    /// It is the first from which on the times stay where they end, but for their own scatter, their two halves are
    /// alike, and the compilers rest.
    static OptionalInt point(List<Iteration> iterations) {
        double[] times = times(iterations);
        return IntStream.rangeClosed(0, iterations.size() - WINDOW)
                .filter(at -> steady(Arrays.copyOfRange(times, at, times.length))
                        && compilersAtRest(iterations.subList(at, iterations.size())))
                .findFirst();
    }

    private static boolean steady(double[] times) {
        int half = times.length / 2;
        double level = median(times, times.length - half, half);
        double noise = noise(times);
        double tolerance = Math.max(CLOSE * level, REACH_OF_A_WINDOW * noise);
        if (Math.abs(times[0] - level) > Math.max(CLOSE * level, REACH_OF_ONE * noise)
                || Math.abs(median(times, 0, half) - level) > tolerance) {
            return false;
        }
        boolean[] inside = new boolean[times.length - WINDOW + 1];
        int stay = 0;
        for (int at = 0; at < inside.length; at++) {
            inside[at] = Math.abs(median(times, at, WINDOW) - level) <= tolerance;
            stay += inside[at] ? 1 : 0;
        }
        return inside[0] && stay >= INSIDE * inside.length;
    }

    /// The standard deviation of the times, but for where they go: it is taken from one to the next (von Neumann and
    /// others, "The mean square successive difference", 1941), and from the median of that.
    private static double noise(double[] times) {
        double[] steps = new double[times.length - 1];
        for (int at = 0; at < steps.length; at++) {
            steps[at] = Math.abs(times[at + 1] - times[at]);
        }
        return DEVIATION_OVER_MAD * median(steps, 0, steps.length) / Math.sqrt(2);
    }

    /// Of so many of the values: there are few, and it is asked for many times, so it sorts them.
    private static double median(double[] values, int begin, int count) {
        double[] sorted = Arrays.copyOfRange(values, begin, begin + count);
        Arrays.sort(sorted);
        double low = sorted[(count - 1) / 2];
        return low + 0.5 * (sorted[count / 2] - low);
    }

    private static double[] times(List<Iteration> iterations) {
        return iterations.stream().mapToDouble(Iteration::nsPerOp).toArray();
    }

    private static boolean compilersAtRest(List<Iteration> iterations) {
        return compilersUseLess(COMPILERS_AT_REST, iterations);
    }

    /// In the middle; so where it is not known.
    private static boolean compilersUseLess(double share, List<Iteration> iterations) {
        double[] shares = iterations.stream()
                .mapToDouble(one -> one.fact(Fact.COMPILER_SHARE))
                .filter(known -> !Double.isNaN(known))
                .toArray();
        return shares.length == 0 || Estimator.median(shares) < share;
    }
}
