package dev.lanes.stats.trust;

import dev.lanes.event.Score;
import dev.lanes.event.Trust;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.Fact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the trust in one case is judged by.
///
/// @param score made of `samples`
public record Evidence(Place place, CaseSamples samples, Score score) {
    private static final int LEAST_TICKS = 20;

    /// A rule's answer: what to say, and how far it lowers the light.
    record Finding(Trust.Level level, Trust.Reason reason) {}

    /// Such a finding where something is wrong.
    static Optional<Finding> when(boolean wrong, Trust.Level level, String code, String text, String nextStep) {
        return wrong ? Optional.of(new Finding(level, new Trust.Reason(code, text, nextStep))) : Optional.empty();
    }

    /// What part of all ticks those were, over all forks; NaN, which fails every comparison, where too few are known: one
    /// that belongs to nobody would look like a program.
    double shareOfTicks(Fact those) {
        double all = sumOfForks(Fact.TICKS);
        return all < LEAST_TICKS ? Double.NaN : sumOfForks(those) / all;
    }

    /// Of a fact that the last iteration of a fork knows of it as a whole.
    private double sumOfForks(Fact fact) {
        return samples.forks().stream()
                .map(fork -> fork.facts(fact))
                .filter(known -> known.length > 0)
                .mapToDouble(known -> known[known.length - 1])
                .sum();
    }

    /// Whether any iteration knows that of its fork.
    boolean any(Fact yes) {
        return Arrays.stream(samples.facts(yes)).anyMatch(value -> value > 0);
    }

    /// Median of the fact over all iterations that know it; NaN where none does.
    double median(Fact fact) {
        double[] known = samples.facts(fact);
        return known.length == 0 ? Double.NaN : Estimator.median(known);
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
