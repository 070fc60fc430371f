package dev.lanes.worker;

import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.edit.Edited;
import dev.lanes.stats.Allocation;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.ForkScatter;
import dev.lanes.stats.trust.Place;
import dev.lanes.stats.trust.Place.OfClaim;
import dev.lanes.stats.trust.TrustRules;
import dev.lanes.stats.verdict.Grounds;
import dev.lanes.worker.check.Comparison;
import dev.lanes.worker.check.Figures;
import dev.lanes.worker.fork.ForkResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// What a run has measured so far, case by case, and what follows from it.
final class Results {
    private final List<Plan.Case> cases;
    private final Claimed claimed;
    private final Map<String, CaseSamples> samples = new LinkedHashMap<>();
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Trust> trust = new LinkedHashMap<>();
    private final Map<String, RunEvent.Checked> checks = new LinkedHashMap<>();
    private final Map<String, Operation> watched = new LinkedHashMap<>();
    private boolean answered;

    /// Cases whose JVMs scatter alike.
    private record Kind(Plan.Execution execution, boolean pooled) {}

    Results(List<Plan.Case> cases, Claimed claimed) {
        this.cases = cases;
        this.claimed = claimed;
        Map<Kind, ForkScatter> scatters = new HashMap<>();
        for (Plan.Case one : cases) {
            Kind kind = new Kind(one.execution(), claimed.sharesItsWork(one));
            ForkScatter scatter = scatters.computeIfAbsent(kind, of -> ForkScatter.of(of.execution(), of.pooled()));
            samples.put(one.key(), scatter.newCase(one.execution()));
        }
    }

    List<Plan.Case> cases() {
        return cases;
    }

    /// The cases that have been measured at least once.
    List<Plan.Case> measured() {
        return cases.stream().filter(one -> !samples.get(one.key()).isEmpty()).toList();
    }

    /// The measured cases that the claim is judged by: none of an edit, and in a sweep those at the parameter's own
    /// value.
    List<Plan.Case> judged() {
        Optional<Long> own = cases.stream().filter(Plan.Case::ofClaim).findFirst().map(Plan.Case::at);
        return measured().stream()
                .filter(one -> !one.edited() && (own.isEmpty() || own.get().equals(one.at())))
                .toList();
    }

    /// Takes in one fork.
    void add(Plan.Case one, ForkSamples fork) {
        samples.get(one.key()).add(fork);
    }

    /// Takes in what an earlier run measured of the case.
    void takeUp(Plan.Case one, Run.Case before) {
        Earlier.forks(before).forEach(fork -> add(one, fork));
        if (before.check() != null) {
            checks.put(one.key(), new RunEvent.Checked(
                    one.key(), before.correct(), before.check(), before.figures()));
        }
        if (before.timeline() != null) {
            watched(one, before.timeline());
        }
    }

    /// Takes note whether the claim can be told by now.
    void answered(boolean known) {
        answered = known;
    }

    CaseSamples samples(Plan.Case one) {
        return samples.get(one.key());
    }

    /// Takes in what the case's workers did during one operation.
    void watched(Plan.Case one, Operation operation) {
        watched.put(one.key(), operation);
    }

    /// Judges a case that has been measured, by all that is known by now.
    ///
    /// @param cutShort whether the budget ended before the case had the forks it needed
    RunEvent.Scored score(Plan.Case one, boolean cutShort) {
        CaseSamples mine = samples.get(one.key());
        Score score = Estimator.score(mine);
        Trust judged = TrustRules.judge(place(one, cutShort), mine, score);
        scores.put(one.key(), score);
        trust.put(one.key(), judged);
        double allocated = Allocation.perOperation(mine);
        return new RunEvent.Scored(
                one.key(), score, overBaseline(one).orElse(null), overYardstick(one).orElse(null), judged,
                Double.isNaN(allocated) ? null : allocated, mine.outliers(),
                overOriginal(one).orElse(null));
    }

    /// Takes in a fork's check. A case is correct when it was correct in every fork, so only the first check, and the
    /// first that fails, is worth telling.
    Optional<RunEvent.Checked> check(Plan.Case one, ForkResult fork) {
        if (fork.comparison().isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = fork.comparison().get();
        boolean correct = comparison.agrees(claimed.check());
        RunEvent.Checked before = checks.get(one.key());
        if (before != null && (correct || !before.correct())) {
            return Optional.empty();
        }
        RunEvent.Checked checked = new RunEvent.Checked(
                one.key(), correct, comparison.describe(claimed.check()),
                Figures.labelled(claimed.experiment(), fork.figures()));
        checks.put(one.key(), checked);
        return Optional.of(checked);
    }

    Map<String, Score> scores() {
        return scores;
    }

    Optional<Trust> trust(Plan.Case one) {
        return Optional.ofNullable(trust.get(one.key()));
    }

    /// Whether its light is red.
    boolean doubtful(Plan.Case one) {
        return trust.containsKey(one.key()) && trust.get(one.key()).level() == Trust.Level.DOUBTFUL;
    }

    Optional<RunEvent.Checked> check(Plan.Case one) {
        return Optional.ofNullable(checks.get(one.key()));
    }

    /// What is known of a case that has been measured, as grounds for a verdict.
    ///
    /// @param name of the case, as in a sentence
    /// @param lanes floats in a register that its code uses
    Grounds.Side side(Plan.Case one, String name, int lanes) {
        return Grounds.Side.of(name, one, lanes, samples.get(one.key()), watched.get(one.key()));
    }

    /// How many times faster than the baseline the case is.
    private Optional<Speedup> overBaseline(Plan.Case one) {
        return find(claimed::isBaseline, one).flatMap(baseline -> speedup(baseline, one));
    }

    /// How many times faster than `reference` the case is; empty where one of them was not measured, or both are one.
    Optional<Speedup> speedup(Plan.Case reference, Plan.Case one) {
        return ratio(reference, one, Estimator::speedup);
    }

    private Optional<Speedup> ratio(
            Plan.Case reference, Plan.Case one, BiFunction<CaseSamples, CaseSamples, Speedup> estimator) {
        CaseSamples theirs = samples.get(reference.key());
        CaseSamples mine = samples.get(one.key());
        return reference.equals(one) || theirs.isEmpty() || mine.isEmpty()
                ? Optional.empty()
                : Optional.of(estimator.apply(theirs, mine));
    }

    /// How many times faster than before the edit the case is; empty unless it is one of an edit.
    Optional<Speedup> overOriginal(Plan.Case one) {
        return one.edited()
                ? find(other -> other.key().equals(Edited.original(one.key())), one)
                        .flatMap(original -> ratio(original, one, Estimator::overOriginal))
                : Optional.empty();
    }

    /// Of neither baseline nor yardstick: their ratio is told already, as the yardstick's speedup.
    private Optional<Speedup> overYardstick(Plan.Case one) {
        return find(claimed::isYardstick, one)
                .filter(yardstick -> !claimed.isBaseline(one))
                .flatMap(yardstick -> speedup(yardstick, one));
    }

    /// In a sweep the one at the same value of the parameter.
    private Optional<Plan.Case> find(Predicate<Plan.Case> wanted, Plan.Case beside) {
        return cases.stream().filter(wanted).filter(one -> Objects.equals(one.at(), beside.at())).findFirst();
    }

    private Place place(Plan.Case one, boolean cutShort) {
        return new Place(
                claimed.sharesItsWork(one), one.workers(), Runtime.getRuntime().availableProcessors(),
                cutShort, !one.ofClaim() ? OfClaim.NO : answered ? OfClaim.TOLD : OfClaim.OPEN);
    }
}
