package dev.lanes.stats.verdict;

import static dev.lanes.stats.verdict.SpeedupWords.ratio;

import dev.lanes.annotation.Effect;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.event.Verdict.Missed;
import dev.lanes.event.Verdict.Outcome;
import dev.lanes.event.Verdict.StandIn;
import java.util.Locale;

/// Decides whether a claim holds, from what was measured of its variant.
public final class VerdictRules {
    /// A ratio this far above the number of workers is no share of them.
    private static final double ABOVE_THE_WORKERS = 1.1;

    private VerdictRules() {}

    /// What was measured of the case that the claim is about.
    ///
    /// @param name the variant in words, with its pool and workers where it has them
    /// @param against what it is compared with, in words
    /// @param speedup null where it or what it is compared with was not measured
    /// @param trust the lower of its own and that of what it is compared with; null where there is none
    /// @param check its comparison with the baseline's output; null where there is none
    /// @param workers that shared the work of one; 0 if the ratio is not one of workers
    /// @param quoted its speedup over compiled code in words, if that is not what the claim compares with; or ""
    /// @param best the best case in words, if that is another one; "" if there is none
    /// @param wanted what would tell more, as the subject of a sentence
    public record Finding(
            String name, String against, Speedup speedup, Trust.Level trust, Boolean correct, CheckResult check,
            int workers, String quoted, String best, String wanted) {
        public static final String THE_BASELINE = "the baseline";

        private String compared() {
            return against.equals(THE_BASELINE) ? name : name + ", against " + against;
        }

        /// What can be quoted comes first.
        private String inWords() {
            return quoted.isEmpty()
                    ? SpeedupWords.of(speedup)
                    : quoted + ", and " + SpeedupWords.than(speedup, against);
        }

        /// Such as "1.9 of 4"; "" if that is not known.
        private String ofWorkers() {
            return workers > 1 && speedup.value() <= ABOVE_THE_WORKERS * workers
                    ? ratio(speedup.value()) + " of " + workers
                    : "";
        }
    }

    /// The verdict on a claim about speed.
    public static Verdict onSpeed(Expectation claim, Finding finding) {
        Double guide = guide(claim);
        Speedup speedup = finding.speedup();
        if (speedup == null) {
            return Verdict.of(Outcome.CANNOT_TELL,
                    "The claim compares %s with %s; run both to judge it.".formatted(finding.name(), finding.against()),
                    guide, null, null, null);
        }
        if (finding.trust() == Trust.Level.DOUBTFUL) {
            return Verdict.of(Outcome.CANNOT_TELL,
                    "The measurement of %s is too uncertain to judge the claim; run it again on a quieter machine "
                            .formatted(finding.name()) + "or with a higher effort.",
                    guide, speedup, claim.standIn(), null);
        }
        Outcome outcome = claim.outcome(speedup);
        Missed missed = claim.missed(speedup);
        String said = outcome == Outcome.CANNOT_TELL
                ? "That is too close to judge the guide's claim; %s would help.".formatted(finding.wanted())
                : conclusion(claim, outcome, missed, finding);
        return Verdict.of(
                outcome, seen(finding, finding.inWords()) + " " + said + wrong(finding), guide, speedup,
                claim.standIn(), missed);
    }

    /// The verdict on a claim that a variant loses counts.
    public static Verdict onLoss(Expectation claim, Finding finding) {
        CheckResult check = finding.check();
        if (check == null || check.lost() == null) {
            return Verdict.of(Outcome.CANNOT_TELL,
                    "The claim is about %s; run it to see what it loses.".formatted(finding.name()),
                    guide(claim), finding.speedup(), null, null);
        }
        if (check.lost() == 0) {
            return Verdict.of(Outcome.CANNOT_TELL,
                    "This time " + finding.name() + " lost nothing, but that proves nothing: the next run may lose "
                            + "some. Try more than one worker.",
                    guide(claim), finding.speedup(), null, null);
        }
        String lost = String.format(Locale.ROOT, "lost %,d of %,d updates", check.lost(), check.expected());
        String speed = finding.speedup() == null || finding.trust() == Trust.Level.DOUBTFUL
                ? ""
                : "; its speed, " + SpeedupWords.of(finding.speedup()) + ", is that of a wrong answer";
        return Verdict.of(
                Outcome.HOLDS, seen(finding, lost + speed) + " The guide's claim holds on this machine.",
                guide(claim), finding.speedup(), null, null);
    }

    private static Double guide(Expectation claim) {
        return Double.isNaN(claim.guideSpeedup()) ? null : claim.guideSpeedup();
    }

    private static String seen(Finding finding, String what) {
        return finding.best().isEmpty()
                ? "%s: %s.".formatted(finding.compared(), what)
                : "%s: %s; %s.".formatted(finding.compared(), what, finding.best());
    }

    /// What follows for the claim: never plainly "holds" if other workers stand in.
    private static String conclusion(Expectation claim, Outcome outcome, Missed missed, Finding finding) {
        StandIn standIn = claim.standIn();
        String share = claim.effect() == Effect.HELPS ? finding.ofWorkers() : "";
        String where = standIn == null ? "on this machine" : "as far as %s show".formatted(standIn.workers());
        String about = standIn == null ? "" : ", which is about %s workers,".formatted(standIn.asked());
        String told = share.isEmpty() || standIn == null && missed == null ? "" : ": " + share;
        return missed == null
                ? "The guide's claim%s %s %s%s.".formatted(
                        about, outcome == Outcome.HOLDS ? "holds" : "does not hold", where, told)
                : "That is %s. The claim%s does not hold %s%s.".formatted(
                        claim.inWords(missed, finding.speedup()), about, where, told);
    }

    private static String wrong(Finding finding) {
        return Boolean.FALSE.equals(finding.correct())
                ? " But its output is wrong: " + finding.check().text() + "."
                : "";
    }
}
