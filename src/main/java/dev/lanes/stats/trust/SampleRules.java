package dev.lanes.stats.trust;

import static dev.lanes.event.Trust.Level.GOOD;
import static dev.lanes.event.Trust.Level.NOISY;
import static dev.lanes.stats.trust.Evidence.percent;
import static dev.lanes.stats.trust.Evidence.when;

import dev.lanes.event.Trust;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Modes;
import dev.lanes.stats.trust.Evidence.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/// What the times themselves give away.
final class SampleRules {
    private static final double NOISY_INTERVAL = 0.10;
    private static final double DRIFT = 0.05;
    /// Spearman's rank correlation of time and order from which on a fork's times have a direction.
    private static final double DIRECTED = 0.8;
    private static final int LEAST_FOR_DRIFT = 5;

    private SampleRules() {}

    /// A note where the claim can be told all the same, and beside a claim where the interval is wide for want of JVMs
    /// alone: those that were measured scatter no further than others of their kind. Never more than noisy, however
    /// wide: what the interval says is all that is said, and nothing is called faster that it leaves open.
    static Optional<Finding> wideInterval(Evidence evidence) {
        double share = Estimator.imprecision(evidence.score());
        boolean scattered = Estimator.scattersMoreThanExpected(evidence.samples());
        Trust.Level level = switch (evidence.place().claim()) {
            case OPEN -> NOISY;
            case TOLD -> GOOD;
            case NO -> scattered ? NOISY : GOOD;
        };
        return when(share > NOISY_INTERVAL, level, "wide-interval",
                "The true time may be up to %s away from the median.".formatted(percent(share)),
                scattered
                        ? "Close other programs and run again, or choose a higher effort."
                        : "Choose a higher effort, which measures more JVMs.");
    }

    /// Figures between two modes are never measured, so that an average would be of nothing.
    static Optional<Finding> twoModes(Evidence evidence) {
        return when(Modes.two(evidence.samples()), NOISY, "two-modes",
                "The JVMs disagree by %s: look at the single points, since no average describes them."
                        .formatted(percent(evidence.samples().spread())),
                "Look at every sample by round; run at thorough effort to see how often each mode comes.");
    }

    /// Only of compiled code: the interpreter does not warm up, and from cold that is the point.
    static Optional<Finding> notSettled(Evidence evidence) {
        long unsettled = evidence.samples().forks().stream().filter(fork -> !fork.settled()).count();
        int forks = evidence.samples().forks().size();
        return when(unsettled > 0 && !evidence.samples().execution().callByCall(),
                2 * unsettled > forks ? NOISY : GOOD, "not-settled",
                "In %s of %s JVMs the times had not settled when measuring began.".formatted(unsettled, forks),
                "Choose a higher effort, which warms up for longer, or a quieter machine.");
    }

    static Optional<Finding> drift(Evidence evidence) {
        double[] drifts = evidence.samples().forks().stream().mapToDouble(SampleRules::drift).toArray();
        long moved = Arrays.stream(drifts).filter(drift -> drift > DRIFT).count();
        return when(moved > 0, 2 * moved > drifts.length ? NOISY : GOOD, "drift",
                "In %s of %s JVMs the time moved by up to %s between the halves of the measurement."
                        .formatted(moved, drifts.length, percent(Arrays.stream(drifts).max().orElse(0))),
                "Let the machine cool down or come to rest, and run again.");
    }

    /// Kept in every figure: a median hardly minds them, and they may be what a user of the code would see.
    static Optional<Finding> outliers(Evidence evidence) {
        int count = evidence.samples().outliers().size();
        return when(count > 0, GOOD, "outliers",
                "%s of %s samples lie far from the others; they are kept and marked."
                        .formatted(count, evidence.samples().all().length),
                "Look at every sample to see whether they come from one round.");
    }

    static Optional<Finding> oneFork(Evidence evidence) {
        return when(evidence.samples().forks().size() <= 1, GOOD, "one-fork",
                "A single JVM was measured; the interval assumes that others differ by about %s."
                        .formatted(percent(evidence.samples().scatter().assumed())),
                "Choose standard effort, which measures several.");
    }

    static Optional<Finding> cutShort(Evidence evidence) {
        return when(evidence.place().cutShort(), GOOD, "budget-spent",
                "Time was up before the interval was as narrow as the effort asks for.",
                "Measure fewer cases at once, smaller inputs, or choose a higher effort.");
    }

    /// Between the medians of the first and the second half, as a share; 0 where the times have no direction.
    private static double drift(ForkSamples fork) {
        double[] times = fork.nsPerOp();
        double[] order = IntStream.range(0, times.length).asDoubleStream().toArray();
        if (times.length < LEAST_FOR_DRIFT
                || !(Math.abs(new SpearmansCorrelation().correlation(order, times)) >= DIRECTED)) {
            return 0;
        }
        double first = Estimator.median(Arrays.copyOfRange(times, 0, times.length / 2));
        double second = Estimator.median(Arrays.copyOfRange(times, times.length - times.length / 2, times.length));
        return Math.abs(first - second) / Math.min(first, second);
    }
}
