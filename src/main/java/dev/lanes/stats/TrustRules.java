package dev.lanes.stats;

import dev.lanes.event.Score;
import dev.lanes.event.Trust;
import dev.lanes.event.Trust.Level;
import dev.lanes.event.Trust.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What lowers the trust in a score: one rule per reason, each with what to do about it.
public final class TrustRules {
    private static final double NOISY_INTERVAL = 0.10;
    private static final double DOUBTFUL_INTERVAL = 1.00;
    private static final double DRIFT = 0.10;
    private static final double FORKS_APART = 0.10;

    private TrustRules() {}

    /// The light of a case, from its samples and the score made of them.
    public static Trust judge(CaseSamples samples, Score score) {
        List<Reason> reasons = new ArrayList<>();
        Level level = Level.GOOD;
        double width = (score.high() - score.low()) / score.median();
        if (width > NOISY_INTERVAL) {
            level = width > DOUBTFUL_INTERVAL ? Level.DOUBTFUL : Level.NOISY;
            reasons.add(new Reason(
                    "wide-interval",
                    "The interval is %s wide: the iterations differ by that much.".formatted(percent(width)),
                    "Close other programs and run again, or choose a higher effort."));
        }
        if (drift(samples) > DRIFT) {
            level = worse(level, Level.NOISY);
            reasons.add(new Reason(
                    "not-settled",
                    "The time was still changing while it was measured, by %s.".formatted(percent(drift(samples))),
                    "Choose a higher effort: it warms up for longer."));
        }
        if (spread(samples) > FORKS_APART) {
            level = worse(level, Level.NOISY);
            reasons.add(new Reason(
                    "forks-apart",
                    "The JVMs disagree by %s; look at the samples, not at their middle."
                            .formatted(percent(spread(samples))),
                    "Run at thorough effort to see whether there are two modes."));
        }
        if (score.forks() == 1) {
            reasons.add(new Reason(
                    "one-fork",
                    "A single JVM was measured; another may settle on a different speed.",
                    "Choose standard effort, which measures three."));
        }
        return new Trust(level, List.copyOf(reasons));
    }

    /// The largest change between the first and the second half of a fork's iterations, as a share.
    private static double drift(CaseSamples samples) {
        return samples.forks().stream().mapToDouble(TrustRules::drift).max().orElse(0);
    }

    private static double drift(double[] fork) {
        if (fork.length < 4) {
            return 0;
        }
        double first = Estimator.median(Arrays.copyOfRange(fork, 0, fork.length / 2));
        double second = Estimator.median(Arrays.copyOfRange(fork, fork.length - fork.length / 2, fork.length));
        return Math.abs(first - second) / Math.min(first, second);
    }

    /// How far the slowest fork's median lies above the fastest's, as a share.
    private static double spread(CaseSamples samples) {
        double[] medians = samples.forks().stream().mapToDouble(Estimator::median).toArray();
        double fastest = Arrays.stream(medians).min().orElseThrow();
        double slowest = Arrays.stream(medians).max().orElseThrow();
        return slowest / fastest - 1;
    }

    private static Level worse(Level one, Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
