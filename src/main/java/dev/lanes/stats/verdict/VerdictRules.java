package dev.lanes.stats.verdict;

import dev.lanes.event.CheckResult;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.event.Verdict.Outcome;
import dev.lanes.lab.Effect;
import java.util.List;
import java.util.Locale;

/// Decides whether a claim holds, from what was measured of its variant.
public final class VerdictRules {
    /// A variant within this share of the baseline takes "about as long".
    static final double ABOUT_EQUAL = 0.10;

    private VerdictRules() {}

    /// What was measured of the case that the claim is about.
    ///
    /// @param name the variant in words, with its pool and workers where it has them
    /// @param against what it is compared with, in words
    /// @param speedup null where it or what it is compared with was not measured
    /// @param trust the lower of its own and that of what it is compared with; null where there is none
    /// @param check its comparison with the baseline's output; null where there is none
    public record Finding(
            String name, String against, Speedup speedup, Trust.Level trust, Boolean correct, CheckResult check) {
        public static final String THE_BASELINE = "the baseline";

        /// A finding about a claim that compares with the baseline.
        public Finding(String name, Speedup speedup, Trust.Level trust, Boolean correct, CheckResult check) {
            this(name, THE_BASELINE, speedup, trust, correct, check);
        }

        private String compared() {
            return against.equals(THE_BASELINE) ? name : name + ", against " + against;
        }
    }

    /// The verdict on a claim about speed.
    public static Verdict onSpeed(Effect effect, double guideSpeedup, Finding finding) {
        Double guide = Double.isNaN(guideSpeedup) ? null : guideSpeedup;
        Speedup speedup = finding.speedup();
        if (speedup == null) {
            return verdict(Outcome.CANNOT_TELL,
                    "The claim compares %s with %s; run both to judge it.".formatted(finding.name(), finding.against()),
                    guide, null);
        }
        if (finding.trust() == Trust.Level.DOUBTFUL) {
            return verdict(Outcome.CANNOT_TELL,
                    "The measurement of %s is too uncertain to judge the claim; run it again on a quieter machine "
                            .formatted(finding.name()) + "or with a higher effort.", guide, speedup);
        }
        String seen = "%s: %s.".formatted(finding.compared(), SpeedupWords.of(speedup));
        Outcome outcome = outcome(effect, speedup);
        return verdict(outcome, seen + " " + sentence(outcome) + wrong(finding), guide, speedup);
    }

    /// The verdict on a claim that a variant loses counts.
    public static Verdict onLoss(double guideSpeedup, Finding finding) {
        Double guide = Double.isNaN(guideSpeedup) ? null : guideSpeedup;
        CheckResult check = finding.check();
        if (check == null || check.lost() == null) {
            return verdict(Outcome.CANNOT_TELL,
                    "The claim is about %s; run it to see what it loses.".formatted(finding.name()),
                    guide, finding.speedup());
        }
        boolean lost = check.lost() > 0;
        String seen = String.format(Locale.ROOT, "%s: lost %,d of %,d updates", finding.name(), check.lost(),
                check.expected());
        String speed = finding.speedup() == null || finding.trust() == Trust.Level.DOUBTFUL
                ? "."
                : "; its speed, " + SpeedupWords.of(finding.speedup()) + ", is that of a wrong answer.";
        return verdict(
                lost ? Outcome.HOLDS : Outcome.CANNOT_TELL,
                lost
                        ? seen + speed + " " + sentence(Outcome.HOLDS)
                        : "This time " + finding.name() + " lost nothing, which proves nothing: nobody promises the "
                                + "same for the next run. Try more workers than one.",
                guide, finding.speedup());
    }

    /// Its reasons are found later, by [WhyRules].
    private static Verdict verdict(Outcome outcome, String text, Double guide, Speedup measured) {
        return new Verdict(outcome, text, guide, measured, List.of());
    }

    private static Outcome outcome(Effect effect, Speedup speedup) {
        return switch (effect) {
            case HELPS -> SpeedupWords.faster(speedup) ? Outcome.HOLDS
                    : SpeedupWords.slower(speedup) || negligible(speedup) ? Outcome.DOES_NOT_HOLD : Outcome.CANNOT_TELL;
            case HURTS -> SpeedupWords.slower(speedup) ? Outcome.HOLDS
                    : SpeedupWords.faster(speedup) || negligible(speedup) ? Outcome.DOES_NOT_HOLD : Outcome.CANNOT_TELL;
            case NO_GAIN -> within(speedup, ABOUT_EQUAL) ? Outcome.HOLDS
                    : speedup.low() > 1 + ABOUT_EQUAL || 1 / speedup.high() > 1 + ABOUT_EQUAL ? Outcome.DOES_NOT_HOLD
                    : Outcome.CANNOT_TELL;
        };
    }

    private static boolean negligible(Speedup speedup) {
        return within(speedup, SpeedupWords.NEGLIGIBLE);
    }

    private static boolean within(Speedup speedup, double share) {
        return speedup.low() >= 1 / (1 + share) && speedup.high() <= 1 + share;
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "The guide's claim holds on this machine.";
            case DOES_NOT_HOLD -> "The guide's claim does not hold on this machine.";
            case CANNOT_TELL -> "That is too close to judge the guide's claim.";
        };
    }

    private static String wrong(Finding finding) {
        return Boolean.FALSE.equals(finding.correct())
                ? " But its output is wrong: " + finding.check().text() + "."
                : "";
    }
}
