package dev.lanes.stats.verdict;

import static dev.lanes.stats.verdict.SpeedupWords.ratio;

import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict.Missed;
import dev.lanes.event.Verdict.Outcome;
import dev.lanes.event.Verdict.StandIn;
import java.util.Locale;

/// What a claim expects of a speedup, at the number of workers that was measured.
///
/// A gain is confirmed if the interval excludes none and the measured ratio lies within the bounds; it is refuted if
/// the interval lies outside of them, or holds no gain that counts. The interval has 95 %, so that both one-sided tests
/// of an equivalence have 2.5 % and not the usual 5 %.
///
/// @param guideSpeedup NaN where the guide gives no ratio
/// @param atLeast NaN if there is no such bound
/// @param atMost NaN if there is no such bound
/// @param standIn null if the claim's own number of workers was measured
public record Expectation(Effect effect, double guideSpeedup, double atLeast, double atMost, StandIn standIn) {
    /// From so many times the bound on it is far more than expected.
    private static final double FAR = 2;

    /// The claim's. Its bounds are scaled to the workers that stand in: half of the workers, half of the gain.
    ///
    /// @param sharing whether the gain is one of workers, who share what one did before
    public static Expectation of(Claim claim, StandIn standIn, boolean sharing) {
        double share = standIn == null || !sharing || claim.effect() != Effect.HELPS
                ? 1
                : (double) standIn.workers() / standIn.asked();
        return new Expectation(
                claim.effect(), claim.guideSpeedup(), claim.atLeast() * share, claim.atMost() * share, standIn);
    }

    Outcome outcome(Speedup speedup) {
        return switch (effect) {
            case HELPS -> direction(
                    SpeedupWords.faster(speedup), SpeedupWords.slower(speedup) || equivalent(speedup), speedup);
            case HURTS -> direction(
                    SpeedupWords.slower(speedup), SpeedupWords.faster(speedup) || equivalent(speedup), speedup);
            case NO_GAIN -> SpeedupWords.noGain(speedup) ? Outcome.HOLDS
                    : speedup.low() > 1 + SpeedupWords.ABOUT_EQUAL ? Outcome.DOES_NOT_HOLD
                    : Outcome.CANNOT_TELL;
        };
    }

    private Outcome direction(boolean right, boolean wrong, Speedup speedup) {
        if (wrong && !right || speedup.high() < atLeast || speedup.low() > atMost) {
            return Outcome.DOES_NOT_HOLD;
        }
        return right && !(speedup.value() < atLeast) && !(speedup.value() > atMost)
                ? Outcome.HOLDS
                : Outcome.CANNOT_TELL;
    }

    private static boolean equivalent(Speedup speedup) {
        return SpeedupWords.noGain(speedup) && SpeedupWords.noLoss(speedup);
    }

    /// Null unless the direction is right and the interval lies outside of a bound.
    Missed missed(Speedup speedup) {
        boolean right = effect == Effect.HELPS && SpeedupWords.faster(speedup)
                || effect == Effect.HURTS && SpeedupWords.slower(speedup);
        boolean above = speedup.low() > atMost;
        boolean below = speedup.high() < atLeast;
        return !right || !above && !below ? null : above == (effect == Effect.HELPS) ? Missed.MORE : Missed.LESS;
    }

    /// Such as "less than the guide expects, 4 times".
    String inWords(Missed missed, Speedup speedup) {
        double bound = missed == Missed.MORE == (effect == Effect.HELPS) ? atMost : atLeast;
        double times = Math.max(speedup.value() / bound, bound / speedup.value());
        return "%s%s than the guide expects, %s".formatted(
                times >= FAR ? "far " : "", missed == Missed.MORE ? "more" : "less", expected());
    }

    /// Such as "4 times", "1.1 to 1.5 times" or "at least 5 times slower".
    private String expected() {
        boolean slower = effect == Effect.HURTS;
        double low = slower ? 1 / atMost : atLeast;
        double high = slower ? 1 / atLeast : atMost;
        double guide = slower ? 1 / guideSpeedup : guideSpeedup;
        String times = slower ? " times slower" : " times";
        if (guide >= low && guide <= high && standIn == null) {
            return (guide == Math.rint(guide) ? String.format(Locale.ROOT, "%,.0f", guide) : ratio(guide)) + times;
        }
        return Double.isNaN(high) ? "at least " + ratio(low) + times
                : Double.isNaN(low) ? "at most " + ratio(high) + times
                : ratio(low) + " to " + ratio(high) + times;
    }
}
