package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.TrustRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// Measures a plan: one fork of every case per round, so that a slow spell of the machine falls on all cases alike.
///
/// The first round keeps the order of the plan, so that the baseline's figure is there for all others; every further
/// round has an order of its own, drawn from the plan's seed.
final class Rounds {
    private final Plan plan;
    private final Claimed claimed;
    private final Consumer<RunEvent> events;
    private final Fork fork;
    private final Pace pace;
    private final Map<String, CaseSamples> samples = new LinkedHashMap<>();
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final Map<String, Speedup> speedups = new LinkedHashMap<>();
    private final Map<String, Trust> trust = new LinkedHashMap<>();
    private final Map<String, RunEvent.Checked> checks = new LinkedHashMap<>();

    Rounds(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.claimed = Claimed.by(plan.experiment());
        this.events = events;
        this.pace = new Pace(plan, events);
        this.fork = new Fork(plan, pace);
        plan.cases().forEach(one -> samples.put(one.key(), new CaseSamples()));
    }

    /// Measures everything and ends with the verdict.
    ///
    /// @throws ForkFailure where a fork failed; what was measured before has been told by then
    void run() {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        events.accept(new RunEvent.Started(keys, pace.estimateSeconds(), null));
        Random order = new Random(plan.seed());
        List<Plan.Case> cases = new ArrayList<>(plan.cases());
        for (int round = 1; round <= plan.effort().forks(); round++) {
            for (Plan.Case one : cases) {
                measure(one, round);
            }
            Collections.shuffle(cases, order);
        }
        events.accept(new RunEvent.Finished(
                claimed.verdict(plan.cases(), speedups, trust, checks),
                Fits.of(plan.cases(), scores),
                plan.cases().stream().map(ForkFlags::jvm).toList()));
    }

    private void measure(Plan.Case one, int round) {
        events.accept(new RunEvent.CaseStarted(one.key(), round));
        ForkResult result = fork.measure(one, round);
        samples.get(one.key()).addFork(result.nsPerOp());
        result.comparison().ifPresent(comparison -> check(one.key(), comparison));
        if (isBaseline(one)) {
            plan.cases().stream().filter(other -> !samples.get(other.key()).isEmpty()).forEach(this::score);
        } else {
            score(one);
        }
        pace.forkEnded();
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
        Estimator estimator = new Estimator(plan.seed());
        CaseSamples mine = samples.get(one.key());
        Score score = estimator.score(mine);
        scores.put(one.key(), score);
        Trust judged = TrustRules.judge(mine, score);
        trust.put(one.key(), judged);
        Optional<Speedup> speedup = baselineSamples()
                .filter(baseline -> !isBaseline(one))
                .map(baseline -> estimator.speedup(baseline, mine));
        speedup.ifPresent(value -> speedups.put(one.key(), value));
        events.accept(new RunEvent.Scored(one.key(), score, speedup.orElse(null), judged));
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
