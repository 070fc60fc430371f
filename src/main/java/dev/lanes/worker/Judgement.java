package dev.lanes.worker;

import dev.lanes.event.CheckResult;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.stats.VerdictRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The verdict on an experiment's claim, by the case that it is about.
final class Judgement {
    private final Claimed claimed;
    private final Claim claim;
    private final Results results;
    private final int cores;

    /// @param cores how many workers can have a core of their own
    private Judgement(Claimed claimed, Results results, int cores) {
        this.claimed = claimed;
        this.claim = claimed.claim();
        this.results = results;
        this.cores = cores;
    }

    static Verdict of(Claimed claimed, Results results, int cores) {
        return new Judgement(claimed, results, cores).verdict();
    }

    private Verdict verdict() {
        if (claimed.check().value() == Agreement.COUNT && claim.effect() == Effect.HURTS) {
            VerdictRules.Finding finding = mostLost().map(this::againstBaseline).orElseGet(this::none);
            return VerdictRules.onLoss(claim.guideSpeedup(), finding);
        }
        VerdictRules.Finding finding = nearest(ofClaim(), claim.workers())
                .map(claim.againstCores() ? this::againstCores : this::againstBaseline)
                .orElseGet(this::none);
        return VerdictRules.onSpeed(claim.effect(), claim.guideSpeedup(), finding);
    }

    private VerdictRules.Finding againstBaseline(Plan.Case subject) {
        Optional<Plan.Case> baseline = results.cases().stream().filter(claimed::isBaseline).findFirst();
        return finding(subject, VerdictRules.Finding.THE_BASELINE, baseline);
    }

    /// Against the same variant on the same pool, with a worker for each core.
    private VerdictRules.Finding againstCores(Plan.Case subject) {
        Stream<Plan.Case> same = ofClaim().filter(one -> one.pool() == subject.pool());
        Optional<Plan.Case> reference = nearest(same, cores).filter(one -> !one.equals(subject));
        String against = reference
                .map(one -> "the same on %s, for %s".formatted(workers(one), count(cores, "core")))
                .orElse("the same on as many workers as there are cores, " + cores);
        return finding(subject, against, reference);
    }

    private VerdictRules.Finding finding(Plan.Case subject, String against, Optional<Plan.Case> reference) {
        Speedup speedup = reference.flatMap(other -> results.speedup(other, subject)).orElse(null);
        Optional<RunEvent.Checked> check = results.check(subject);
        return new VerdictRules.Finding(
                name(subject), against, speedup, trustIn(subject, reference),
                check.map(RunEvent.Checked::correct).orElse(null),
                check.map(RunEvent.Checked::check).orElse(null));
    }

    private VerdictRules.Finding none() {
        return new VerdictRules.Finding(claimed.labels().get(claim.variant()), null, null, null, null);
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
