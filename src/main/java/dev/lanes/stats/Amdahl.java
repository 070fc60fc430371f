package dev.lanes.stats;

import dev.lanes.event.Fit;
import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.GLSMultipleLinearRegression;

/// Amdahl's law fitted to the times of one variant on one pool: `time(W) = one * (s + (1 - s) / W)`, where `one` is the
/// time with one worker and `s` the serial share, the part of it that more workers do not shorten, for whatever reason:
/// the "experimentally determined serial fraction" of Karp and Flatt ("Measuring parallel processor performance", CACM
/// 33(5), 1990).
///
/// Both are fitted, so that the point at one worker is a point like any other; what the pool costs there is part of
/// the work, and of the serial share as far as workers cannot divide it among them. The baseline does not matter: it
/// scales all speedups alike. Only points with a core for every worker are used, because beyond them the law's `W` is
/// not the number of workers any more.
///
/// The curve is a straight line in `1/W` between the serial time, at 0, and the one-worker time, at 1. It is fitted by
/// least squares, weighted by the points' intervals. The interval of `s`, a ratio of two fitted times, is Fieller's
/// ("Some problems in interval estimation", 1954), widened by the Birge ratio where the points lie further from the
/// line than their own intervals explain.
public final class Amdahl {
    private static final int FEWEST_COUNTS = 3;
    private static final double WIDEST_INTERVAL = 0.5;
    private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);
    /// No time is believed to be more exact than this share of itself.
    private static final double LEAST_ERROR = 0.001;

    private Amdahl() {}

    /// The time with so many workers.
    public record Point(int workers, Score score) {
        /// The standard error that the 95 % interval stands for, in ns.
        private double error() {
            return Math.max((score.high() - score.low()) / (2 * Z), LEAST_ERROR * score.median());
        }
    }

    /// Fits the law to points with different worker counts.
    ///
    /// @param cores how many workers can run at the same time, each on a core of its own
    public static Fit fit(String variant, Plan.Pool pool, List<Point> points, int cores) {
        List<Point> used = points.stream().filter(point -> point.workers() <= cores).toList();
        if (used.size() < FEWEST_COUNTS) {
            return Fit.refused(variant, pool, tooFew(points.size(), used.size(), cores));
        }
        Line line = Line.through(used);
        double[] interval = line.shareInterval();
        if (interval.length == 0) {
            return Fit.refused(
                    variant, pool, "The times are too noisy to tell which share of the work cannot be shared out.");
        }
        double low = Math.max(0, interval[0]);
        double high = interval[1];
        return refusal(interval[0], high)
                .map(why -> Fit.refused(variant, pool, why))
                .orElseGet(() -> Fit.of(
                        variant, pool, new Fit.Share(Math.max(0, line.share()), low, high), line.one(),
                        used.stream().map(Point::workers).toList()));
    }

    /// Why an interval of the serial share says nothing, in a sentence.
    private static Optional<String> refusal(double low, double high) {
        if (low > 1) {
            return Optional.of("The time grows with the number of workers, which Amdahl's law cannot describe: "
                    + "they get in each other's way.");
        }
        if (high < 0) {
            return Optional.of("The time falls faster than the number of workers grows, which Amdahl's law "
                    + "cannot describe: more workers may bring more cache with them.");
        }
        if (high >= 1) {
            return Optional.of("The time changes less with the number of workers than the noise makes it vary.");
        }
        return high - Math.max(0, low) <= WIDEST_INTERVAL ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "The noise is too large: anything from %.0f to %.0f %% of the work may be impossible to share out.",
                100 * Math.max(0, low), 100 * high));
    }

    private static String tooFew(int measured, int used, int cores) {
        return measured < FEWEST_COUNTS
                ? "A curve takes at least three numbers of workers; %s measured.".formatted(countWas(measured))
                : "A curve takes at least three numbers of workers with a core for each; with %s only %s."
                        .formatted(cores == 1 ? "one core" : cores + " cores", countWas(used));
    }

    private static String countWas(int count) {
        return switch (count) {
            case 0 -> "none was";
            case 1 -> "one was";
            default -> "two were";
        };
    }

    /// `time = serial * (1 - 1/W) + one / W`.
    ///
    /// @param variance of `serial` and `one`, in this order
    private record Line(double serial, double one, RealMatrix variance) {

        static Line through(List<Point> points) {
            double[] times = points.stream().mapToDouble(point -> point.score().median()).toArray();
            double[][] shares = points.stream()
                    .map(point -> new double[] {1 - 1.0 / point.workers(), 1.0 / point.workers()})
                    .toArray(double[][]::new);
            double[] squaredErrors = points.stream().mapToDouble(point -> point.error() * point.error()).toArray();
            GLSMultipleLinearRegression regression = new GLSMultipleLinearRegression();
            regression.setNoIntercept(true);
            regression.newSampleData(times, shares, MatrixUtils.createRealDiagonalMatrix(squaredErrors).getData());
            double[] fitted = regression.estimateRegressionParameters();
            RealMatrix variance = MatrixUtils.createRealMatrix(regression.estimateRegressionParametersVariance());
            double birge = squaredBirgeRatio(regression.estimateResiduals(), squaredErrors);
            return new Line(fitted[0], fitted[1], variance.scalarMultiply(Math.max(1, birge)));
        }

        private static double squaredBirgeRatio(double[] residuals, double[] squaredErrors) {
            double sum = 0;
            for (int i = 0; i < residuals.length; i++) {
                sum += residuals[i] * residuals[i] / squaredErrors[i];
            }
            return sum / (residuals.length - 2);
        }

        double share() {
            return serial / one;
        }

        /// All shares `s` for which `serial - s * one` does not differ from 0; nothing where they have no bounds.
        double[] shareInterval() {
            double z2 = Z * Z;
            double square = one * one - z2 * variance.getEntry(1, 1);
            double half = serial * one - z2 * variance.getEntry(0, 1);
            double constant = serial * serial - z2 * variance.getEntry(0, 0);
            if (one <= 0 || square <= 0) {
                return new double[0];
            }
            double root = Math.sqrt(Math.max(0, half * half - square * constant));
            return new double[] {(half - root) / square, (half + root) / square};
        }
    }
}
