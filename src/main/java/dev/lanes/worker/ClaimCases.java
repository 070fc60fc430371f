package dev.lanes.worker;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Effect;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict;
import dev.lanes.stats.verdict.SpeedupWords;
import dev.lanes.stats.verdict.VerdictRules.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of the measured cases a claim is about, what they are compared with, and which is the best of all.
///
/// @param cores how many workers can have a core of their own
record ClaimCases(Claimed claimed, Results results, int cores) {

    /// Something that is compared with.
    ///
    /// @param name as in a sentence
    /// @param inFull the same with the reason for its choice, where that needs saying
    /// @param measured empty if it was not measured
    record Reference(String name, String inFull, Optional<Plan.Case> measured) {}

    boolean aboutLoss() {
        return claimed.check().value() == Agreement.COUNT && claimed.claim().effect() == Effect.HURTS;
    }

    /// The case that is judged: the claim's own number of workers or the nearest; where it is about loss, the worst.
    Optional<Plan.Case> subject() {
        return aboutLoss() ? mostLost() : Plan.nearest(ofClaim(), claimed.claim().workers());
    }

    /// Null if the claim's own number of workers was measured, or how many there are is not what it is about.
    Verdict.StandIn standIn(Plan.Case subject) {
        boolean own = subject.pool() == Plan.Pool.SEQUENTIAL || subject.workers() == claimed.claim().workers();
        return own || aboutLoss() ? null : new Verdict.StandIn(subject.workers(), claimed.claim().workers());
    }

    Reference reference(Plan.Case subject) {
        if (claimed.claim().againstCores()) {
            return onAllCores(subject);
        }
        if (claimed.claim().against().isEmpty()) {
            return new Reference(
                    Finding.THE_BASELINE, Finding.THE_BASELINE, measured().filter(claimed::isBaseline).findFirst());
        }
        Optional<Plan.Case> other = subject.pool() == Plan.Pool.SEQUENTIAL
                ? Plan.nearest(measured().filter(one -> one.method().equals(claimed.claim().against())), cores)
                : like(subject, claimed.claim().against());
        String name = other.map(this::name).orElseGet(() -> claimed.label(claimed.claim().against()));
        return new Reference(name, name, other);
    }

    /// The same variant on the same pool, with a worker for each core.
    private Reference onAllCores(Plan.Case subject) {
        Stream<Plan.Case> same = ofClaim().filter(one -> one.pool() == subject.pool());
        Optional<Plan.Case> reference = Plan.nearest(same, cores).filter(one -> !one.equals(subject));
        return reference
                .map(one -> "the same on " + workers(one))
                .map(name -> new Reference(name, name + ", for " + count(cores, "core"), reference))
                .orElseGet(() -> {
                    String missing = "the same on as many workers as there are cores, " + cores;
                    return new Reference(missing, missing, reference);
                });
    }

    /// What the ratio to quote compares with: compiled code instead of an interpreted baseline, if it was measured.
    Optional<Plan.Case> quotable(Reference reference) {
        return reference.measured().map(one -> one.execution() == Plan.Execution.INTERPRETED
                ? measured().filter(claimed::isYardstick).findFirst().orElse(one)
                : one);
    }

    /// The case of that variant: of several the one with the pool and the workers of `other`, or the nearest number.
    Optional<Plan.Case> like(Plan.Case other, String method) {
        List<Plan.Case> all = measured().filter(one -> one.method().equals(method)).toList();
        List<Plan.Case> alike = all.stream().filter(one -> one.pool() == other.pool()).toList();
        return Plan.nearest((alike.isEmpty() ? all : alike).stream(), other.workers());
    }

    /// The correct case that is surely the fastest, by the low end of its interval, so that no lucky one wins.
    ///
    /// @param over what it is compared with; it is clearly faster than that
    Optional<Verdict.Best> best(Plan.Case over) {
        return measured()
                .filter(one -> one.execution() == Plan.Execution.COMPILED && !claimed.isBaseline(one))
                .filter(one -> !List.of(claimed.claim().notBest()).contains(one.method()))
                .filter(one -> !wrong(one) && !results.doubtful(one))
                .flatMap(one -> results.speedup(over, one)
                        .map(speedup -> new Verdict.Best(one.key(), name(one), speedup)).stream())
                .max(Comparator.comparingDouble(best -> best.speedup().low()))
                .filter(best -> SpeedupWords.faster(best.speedup()));
    }

    Stream<Plan.Case> measured() {
        return results.judged().stream();
    }

    boolean wrong(Plan.Case one) {
        return results.check(one).map(check -> !check.correct()).orElse(false);
    }

    private Optional<Plan.Case> mostLost() {
        return ofClaim().max(Comparator.comparingLong(one -> results.check(one)
                .map(RunEvent.Checked::check)
                .map(CheckResult::lost)
                .orElse(-1L)));
    }

    private Stream<Plan.Case> ofClaim() {
        return measured().filter(claimed::isAbout);
    }

    /// The variant in words, with its pool and workers where it has them.
    String name(Plan.Case one) {
        return name(claimed, one);
    }

    static String name(Claimed claimed, Plan.Case one) {
        String label = claimed.label(one.method());
        return one.pool() == Plan.Pool.SEQUENTIAL ? label : label + ", " + workers(one);
    }

    /// The speedup of that case; empty where one of the two was not measured, or both are one.
    Optional<Speedup> speedup(Optional<Plan.Case> reference, Plan.Case subject) {
        return reference.flatMap(other -> results.speedup(other, subject));
    }

    private static String workers(Plan.Case one) {
        return switch (one.pool()) {
            case SEQUENTIAL -> "one thread";
            case PLATFORM -> count(one.workers(), "platform thread");
            case VIRTUAL -> "virtual threads on " + count(one.workers(), "carrier");
        };
    }

    private static String count(int number, String noun) {
        return number == 1 ? "one " + noun : number + " " + noun + "s";
    }
}
