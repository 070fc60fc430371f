package dev.lanes.worker;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.stats.verdict.Answer;
import dev.lanes.stats.verdict.Expectation;
import dev.lanes.stats.verdict.Grounds;
import dev.lanes.stats.verdict.SpeedupWords;
import dev.lanes.stats.verdict.VerdictRules;
import dev.lanes.stats.verdict.VerdictRules.Finding;
import dev.lanes.stats.verdict.WhyRules;
import dev.lanes.stats.verdict.WhyRules.Reason;
import dev.lanes.worker.ClaimCases.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;

/// The verdict on an experiment's claim, by the case that it is about, the answer to its question, and the reasons.
record Judgement(Claimed claimed, Results results, ClaimCases cases, Grounds.Here here) {
    /// A best case is told if it is this much better than the claim's.
    private static final double WORTH_TELLING = 1.03;

    /// @param here the machine that measured
    static Verdict of(Claimed claimed, Results results, Grounds.Here here) {
        return new Judgement(claimed, results, new ClaimCases(claimed, results, here.cores()), here).verdict();
    }

    /// @param cores how many workers can have a core of their own
    /// @param ceilings what this machine can do at most; null where that is not known
    static Verdict of(Claimed claimed, Results results, int cores, Ceilings ceilings) {
        return of(claimed, results, new Grounds.Here(
                Runtime.getRuntime().availableProcessors(), cores, FloatVector.SPECIES_PREFERRED.length(), ceilings));
    }

    private Verdict verdict() {
        return cases.subject().map(this::on).orElseGet(() -> judged(
                Expectation.of(claimed.claim(), null, false),
                new Finding(
                        claimed.label(claimed.claim().variant()), Finding.THE_BASELINE, null, null, null, null, 0, "",
                        "", "")));
    }

    private Verdict on(Plan.Case subject) {
        Reference reference = cases.reference(subject);
        Optional<Plan.Case> quotable = cases.quotable(reference);
        Optional<Verdict.Best> best = quotable.flatMap(cases::best);
        Optional<Speedup> quoted = cases.speedup(quotable, subject);
        Optional<Speedup> measured = cases.speedup(reference.measured(), subject);
        String compiled = quotable.filter(one -> !reference.measured().equals(quotable)).map(cases::name).orElse("");
        String other = best.filter(one -> better(one, subject, quoted))
                .map(one -> one.name() + ": " + SpeedupWords.than(one.speedup(), compiled)).orElse("");
        Optional<Grounds> grounds = measured.map(speedup -> grounds(speedup, subject, reference));
        int sharers = sharers(subject, reference);
        Expectation expected = Expectation.of(claimed.claim(), cases.standIn(subject), sharers > 0);
        Optional<RunEvent.Checked> check = results.check(subject);
        Verdict verdict = judged(expected, new Finding(
                cases.name(subject), reference.inFull(), measured.orElse(null),
                trustIn(subject, reference.measured()), check.map(RunEvent.Checked::correct).orElse(null),
                check.map(RunEvent.Checked::check).orElse(null), sharers,
                compiled.isEmpty() ? "" : quoted.map(one -> SpeedupWords.than(one, compiled)).orElse(""), other,
                grounds.map(Grounds::wanted).orElse("")));
        List<Reason> reasons = tells(verdict) ? grounds.map(WhyRules::reasons).orElse(List.of()) : List.of();
        Verdict told = verdict.on(
                subject.key(), reference.measured().map(Plan.Case::key).orElse(null),
                quoted.map(speedup -> new Verdict.Quoted(quotable.orElseThrow().key(), speedup)).orElse(null),
                best.orElse(null),
                reasons.stream().map(Reason::text).toList(), reasons.stream().map(Reason::code).toList());
        return told.answering(answer(told, subject, reference, quotable, other), null);
    }

    /// Whether it is another case, and better by more than counts for nothing, or the claim's is wrong.
    private boolean better(Verdict.Best best, Plan.Case subject, Optional<Speedup> quoted) {
        return !best.key().equals(subject.key())
                && (cases.wrong(subject)
                        || quoted.filter(own -> best.speedup().value() < own.value() * WORTH_TELLING).isEmpty());
    }

    /// That nothing was lost is no matter of speed, and nothing that was measured tells why.
    private boolean tells(Verdict verdict) {
        return !cases.aboutLoss() || verdict.outcome() != Verdict.Outcome.CANNOT_TELL;
    }

    private Verdict judged(Expectation expected, Finding finding) {
        return cases.aboutLoss()
                ? VerdictRules.onLoss(expected, finding)
                : VerdictRules.onSpeed(expected, finding);
    }

    /// How many workers share what the reference does alone; 0 if the ratio is not one of workers.
    private static int sharers(Plan.Case subject, Reference reference) {
        return reference.measured()
                .filter(one -> one.pool() == Plan.Pool.SEQUENTIAL && one.execution() == subject.execution())
                .filter(one -> subject.pool() != Plan.Pool.SEQUENTIAL)
                .map(one -> subject.workers())
                .orElse(0);
    }

    private Grounds grounds(Speedup speedup, Plan.Case subject, Reference reference) {
        return new Grounds(
                speedup, trustIn(subject, reference.measured()), cases.wrong(subject),
                side(subject, cases.name(subject)), side(reference.measured().orElseThrow(), reference.name()),
                new Grounds.Beside(
                        ns(cases.measured().filter(claimed::isYardstick).findFirst()),
                        ns(cases.like(subject, claimed.claim().compiled())),
                        claimed.claim().plain().isEmpty() ? "" : claimed.label(claimed.claim().plain()),
                        ns(cases.like(subject, claimed.claim().plain()))),
                here);
    }

    private Grounds.Side side(Plan.Case one, String name) {
        return results.side(one, name, claimed.lanes(one, here.lanes()));
    }

    /// NaN if it was not measured.
    private double ns(Optional<Plan.Case> one) {
        return one.map(known -> results.scores().get(known.key()).median()).orElse(Double.NaN);
    }

    /// Null if there is nothing to compare.
    private String answer(
            Verdict verdict, Plan.Case subject, Reference reference, Optional<Plan.Case> quotable, String best) {
        List<Answer.Step> steps = steps(subject);
        if (steps.size() > 1) {
            return Answer.of(steps);
        }
        if (verdict.quoted() == null) {
            return null;
        }
        Plan.Case other = quotable.orElseThrow();
        boolean own = reference.measured().filter(other::equals).isPresent();
        String name = own && claimed.claim().againstCores() ? reference.name() : cases.name(other);
        return new Answer(
                claimed.claim().asks(), verdict.outcome(), verdict.standIn(),
                new Answer.Case(cases.name(subject), verdict.quoted().speedup(), note(subject)), name,
                cases.measured().noneMatch(cases::wrong), trustIn(subject, quotable) == Trust.Level.DOUBTFUL, best,
                results.judged().size() > 2).sentence();
    }

    /// What the output has to say of itself where it is not right.
    private String note(Plan.Case subject) {
        return results.check(subject).filter(check -> !check.correct())
                .map(check -> check.check().text() + ": a wrong result")
                .orElse("");
    }

    private List<Answer.Step> steps(Plan.Case subject) {
        List<Answer.Step> steps = new ArrayList<>();
        Optional<Plan.Case> before = Optional.empty();
        for (String method : claimed.claim().steps()) {
            Optional<Plan.Case> one = cases.like(subject, method);
            if (one.isPresent()) {
                steps.add(new Answer.Step(
                        cases.name(one.get()), ns(one), cases.speedup(before, one.get()).orElse(null)));
                before = one;
            }
        }
        return steps;
    }

    /// The lower of the two.
    private Trust.Level trustIn(Plan.Case subject, Optional<Plan.Case> reference) {
        return Stream.concat(Stream.of(subject), reference.stream())
                .flatMap(one -> results.trust(one).stream())
                .map(Trust::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
