package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.Place;
import dev.lanes.stats.TrustRules;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Measures a plan: at most one fork of every case per round, so that a slow spell of the machine falls on all cases
/// alike.
///
/// Every round has an order of its own, drawn from the plan's seed; in each the baseline comes first, so that its
/// figure is there for all others. A case whose interval is narrow enough rests.
final class Rounds {
    private final Plan plan;
    private final Claimed claimed;
    private final Consumer<RunEvent> events;
    private final Fork fork;
    private final Pace pace;
    private final Agenda agenda;
    private final long begin = System.nanoTime();
    private final Map<String, CaseSamples> samples = new LinkedHashMap<>();
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Speedup> speedups = new LinkedHashMap<>();
    private final Map<String, Trust> trust = new LinkedHashMap<>();
    private final Map<String, RunEvent.Checked> checks = new LinkedHashMap<>();
    private final Set<String> cutShort = new HashSet<>();

    Rounds(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.claimed = Claimed.by(plan.experiment());
        this.events = events;
        this.agenda = new Agenda(plan, this::elapsedSeconds);
        this.pace = new Pace(agenda, this::elapsedSeconds, events);
        this.fork = new Fork(plan, pace);
        plan.cases().forEach(one -> samples.put(one.key(), new CaseSamples()));
    }

    /// Measures everything and ends with the verdict.
    ///
    /// @throws ForkFailure where a fork failed; what was measured before has been told by then
    void run() {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        events.accept(new RunEvent.Started(keys, agenda.budgetSeconds(), null));
        for (int round = 1; round <= plan.effort().forks(); round++) {
            for (Plan.Case one : agenda.round(this::isBaseline)) {
                if (agenda.affords(one)) {
                    measure(one, round);
                } else if (cutShort.add(one.key())) {
                    score(one);
                }
            }
        }
        pace.end();
        events.accept(new RunEvent.Finished(
                claimed.verdict(plan.cases(), speedups, trust, checks),
                Fits.of(plan.cases(), scores),
                plan.cases().stream().map(ForkFlags::jvm).toList()));
    }

    private void measure(Plan.Case one, int round) {
        events.accept(new RunEvent.CaseStarted(one.key(), round));
        agenda.begins();
        ForkResult result = fork.measure(one, round, agenda.warmupIterations(one));
        CaseSamples mine = samples.get(one.key());
        mine.add(result.samples());
        agenda.measured(one, result.samples(), Estimator.score(mine));
        result.comparison().ifPresent(comparison -> check(one.key(), comparison));
        if (isBaseline(one)) {
            plan.cases().stream().filter(other -> !samples.get(other.key()).isEmpty()).forEach(this::score);
        } else {
            score(one);
        }
    }

    private double elapsedSeconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /// A case is correct when it was correct in every fork.
    private void check(String key, Comparison comparison) {
        boolean correct = comparison.agrees(claimed.check());
        RunEvent.Checked before = checks.get(key);
        if (before == null || before.correct() && !correct) {
            RunEvent.Checked checked = new RunEvent.Checked(key, correct, comparison.describe(claimed.check()));
            checks.put(key, checked);
            events.accept(checked);
        }
    }

    private void score(Plan.Case one) {
        CaseSamples mine = samples.get(one.key());
        Score score = Estimator.score(mine);
        scores.put(one.key(), score);
        Trust judged = TrustRules.judge(place(one), mine, score);
        trust.put(one.key(), judged);
        Optional<Speedup> speedup = baselineSamples()
                .filter(baseline -> !isBaseline(one))
                .map(baseline -> Estimator.speedup(baseline, mine));
        speedup.ifPresent(value -> speedups.put(one.key(), value));
        events.accept(new RunEvent.Scored(one.key(), score, speedup.orElse(null), judged));
    }

    private Place place(Plan.Case one) {
        return new Place(
                one.pool() != Plan.Pool.SEQUENTIAL, one.workers(), Runtime.getRuntime().availableProcessors(),
                cutShort.contains(one.key()));
    }

    private Optional<CaseSamples> baselineSamples() {
        return plan.cases().stream()
                .filter(this::isBaseline)
                .map(one -> samples.get(one.key()))
                .filter(baseline -> !baseline.isEmpty())
                .findFirst();
    }

    private boolean isBaseline(Plan.Case one) {
        return one.method().equals(claimed.baselineMethod());
    }
}
