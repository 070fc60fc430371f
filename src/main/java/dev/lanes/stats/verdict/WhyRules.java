package dev.lanes.stats.verdict;

import dev.lanes.event.Trust;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Why a claim came out as it did: every rule looks for one cause in what was measured, and the strongest are told.
///
/// A cause is as strong as the factor that it puts between the two times, or is able to put there. A rule that lacks a
/// figure is silent. On a pool the speedup is the number of processors kept busy, by that of the reference, divided by
/// how much dearer the work became, so that what is not found in one is found in the other.
public final class WhyRules {
    /// A factor smaller than this is no cause.
    static final double CAUSE = 1.2;
    /// Who is on a processor for less of its time is mostly waiting.
    static final double MOSTLY_WAITING = 0.5;

    private static final int MOST = 2;

    /// Each looks for one thing that can be a cause; empty where it is not.
    private static final List<Function<Grounds, Optional<Reason>>> RULES = List.of(
            WhyRules::wrongOutput,
            CodeReasons::callsFromCold,
            CodeReasons::interpreter,
            CodeReasons::objects,
            CodeReasons::withoutLanes,
            CodeReasons::lanes,
            CodeReasons::moreThanLanes,
            CodeReasons::lanesWithoutGain,
            CodeReasons::garbage,
            CodeReasons::codeAlone,
            CeilingReasons::data,
            CeilingReasons::arithmetic,
            WorkerReasons::waitsSideBySide,
            WorkerReasons::processorsBusy,
            WorkerReasons::tooFewProcessors,
            WorkerReasons::processorsIdle,
            WorkerReasons::handingOver,
            WorkerReasons::dearerWork,
            WorkerReasons::cheaperWork);

    private WhyRules() {}

    /// What a rule found, what kind of cause that is, and the factor it stands for.
    public record Reason(String code, double strength, String text) {
        /// Such a reason where it was found.
        static Optional<Reason> when(String code, boolean found, double strength, String text) {
            return found ? Optional.of(new Reason(code, strength, text)) : Optional.empty();
        }
    }

    /// At most two sentences, the strongest cause first; of a measurement in doubt only that its output is wrong.
    public static List<Reason> reasons(Grounds grounds) {
        if (grounds.trust() == Trust.Level.DOUBTFUL) {
            return wrongOutput(grounds).stream().toList();
        }
        return RULES.stream()
                .flatMap(rule -> rule.apply(grounds).stream())
                .sorted(Comparator.comparingDouble(Reason::strength).reversed())
                .limit(MOST)
                .toList();
    }

    static Optional<Reason> wrongOutput(Grounds grounds) {
        return Reason.when("wrong-output", grounds.wrong(), Double.POSITIVE_INFINITY,
                "Its output is wrong, and no speed makes up for that.");
    }
}
