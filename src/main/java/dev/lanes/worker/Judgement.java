package dev.lanes.worker;

import dev.lanes.event.Ceilings;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.stats.verdict.Grounds;
import dev.lanes.stats.verdict.VerdictRules;
import dev.lanes.stats.verdict.WhyRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;

/// The verdict on an experiment's claim, by the case that it is about, and the reasons for it.
final class Judgement {
    private final Claimed claimed;
    private final Claim claim;
    private final Results results;
    private final int cores;
    private final Ceilings ceilings;

    /// @param cores how many workers can have a core of their own
    /// @param ceilings what the machine can do at most; null where that is not known
    private Judgement(Claimed claimed, Results results, int cores, Ceilings ceilings) {
        this.claimed = claimed;
        this.claim = claimed.claim();
        this.results = results;
        this.cores = cores;
        this.ceilings = ceilings;
    }

    static Verdict of(Claimed claimed, Results results, int cores, Ceilings ceilings) {
        return new Judgement(claimed, results, cores, ceilings).verdict();
    }

    private Verdict verdict() {
        return claimed.check().value() == Agreement.COUNT && claim.effect() == Effect.HURTS ? onLoss() : onSpeed();
    }

    /// That nothing was lost is no matter of speed, and nothing that was measured tells why.
    private Verdict onLoss() {
        Optional<Contest> contest = mostLost().map(this::againstBaseline);
        Verdict verdict = VerdictRules.onLoss(
                claim.guideSpeedup(), contest.map(this::finding).orElseGet(this::none));
        return verdict.outcome() == Verdict.Outcome.CANNOT_TELL ? verdict : explained(verdict, contest);
    }

    private Verdict onSpeed() {
        Optional<Contest> contest = nearest(ofClaim(), claim.workers())
                .map(claim.againstCores() ? this::againstCores : this::againstBaseline);
        return explained(
                VerdictRules.onSpeed(
                        claim.effect(), claim.guideSpeedup(), contest.map(this::finding).orElseGet(this::none)),
                contest);
    }

    private Verdict explained(Verdict verdict, Optional<Contest> contest) {
        return contest.flatMap(one -> grounds(verdict, one))
                .map(grounds -> verdict.because(WhyRules.reasons(grounds)))
                .orElse(verdict);
    }

    /// The case that the claim is about, and what it is compared with.
    ///
    /// @param against the reference in words, as in a sentence
    /// @param inFull the same with the reason for its choice, where that needs saying
    private record Contest(Plan.Case subject, String against, String inFull, Optional<Plan.Case> reference) {}

    private Contest againstBaseline(Plan.Case subject) {
        Optional<Plan.Case> baseline = results.cases().stream().filter(claimed::isBaseline).findFirst();
        return new Contest(
                subject, VerdictRules.Finding.THE_BASELINE, VerdictRules.Finding.THE_BASELINE, baseline);
    }

    /// Against the same variant on the same pool, with a worker for each core.
    private Contest againstCores(Plan.Case subject) {
        Stream<Plan.Case> same = ofClaim().filter(one -> one.pool() == subject.pool());
        Optional<Plan.Case> reference = nearest(same, cores).filter(one -> !one.equals(subject));
        return reference
                .map(one -> "the same on " + workers(one))
                .map(name -> new Contest(subject, name, name + ", for " + count(cores, "core"), reference))
                .orElseGet(() -> {
                    String missing = "the same on as many workers as there are cores, " + cores;
                    return new Contest(subject, missing, missing, reference);
                });
    }

    private VerdictRules.Finding finding(Contest contest) {
        Plan.Case subject = contest.subject();
        Speedup speedup = contest.reference().flatMap(other -> results.speedup(other, subject)).orElse(null);
        Optional<RunEvent.Checked> check = results.check(subject);
        return new VerdictRules.Finding(
                name(subject), contest.inFull(), speedup, trustIn(subject, contest.reference()),
                check.map(RunEvent.Checked::correct).orElse(null),
                check.map(RunEvent.Checked::check).orElse(null));
    }

    private VerdictRules.Finding none() {
        return new VerdictRules.Finding(claimed.labels().get(claim.variant()), null, null, null, null);
    }

    /// Empty where one of the two was not measured.
    private Optional<Grounds> grounds(Verdict verdict, Contest contest) {
        if (verdict.measuredSpeedup() == null) {
            return Optional.empty();
        }
        Plan.Case subject = contest.subject();
        Plan.Case reference = contest.reference().orElseThrow();
        return Optional.of(new Grounds(
                verdict.outcome(), verdict.measuredSpeedup(), trustIn(subject, contest.reference()),
                results.check(subject).map(check -> !check.correct()).orElse(false),
                results.side(subject, name(subject)), results.side(reference, contest.against()),
                results.yardstickNs(),
                new Grounds.Here(
                        Runtime.getRuntime().availableProcessors(), cores, FloatVector.SPECIES_PREFERRED.length(),
                        ceilings)));
    }

    /// The lower of the two.
    private Trust.Level trustIn(Plan.Case subject, Optional<Plan.Case> reference) {
        return Stream.concat(Stream.of(subject), reference.stream())
                .flatMap(one -> results.trust(one).stream())
                .map(Trust::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The case whose workers are nearest to that number, counted in doublings, platform threads first.
    private static Optional<Plan.Case> nearest(Stream<Plan.Case> cases, int workers) {
        return cases.min(Comparator
                .comparingDouble((Plan.Case one) -> Math.abs(Math.log((double) one.workers() / workers)))
                .thenComparing(Plan.Case::pool));
    }

    private Optional<Plan.Case> mostLost() {
        return ofClaim().max(Comparator.comparingLong(one -> results.check(one)
                .map(RunEvent.Checked::check)
                .map(CheckResult::lost)
                .orElse(-1L)));
    }

    private Stream<Plan.Case> ofClaim() {
        return results.cases().stream().filter(claimed::isAbout);
    }

    private String name(Plan.Case one) {
        String label = claimed.labels().get(one.method());
        return one.pool() == Plan.Pool.SEQUENTIAL ? label : label + ", " + workers(one);
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
