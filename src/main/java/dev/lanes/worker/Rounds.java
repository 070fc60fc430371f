package dev.lanes.worker;

import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Swept;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.stats.Modes;
import dev.lanes.worker.fork.Fork;
import dev.lanes.worker.fork.ForkFailure;
import dev.lanes.worker.fork.ForkFlags;
import dev.lanes.worker.fork.ForkResult;
import dev.lanes.worker.machine.Hardware;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.util.Version;

/// Measures a plan: first the cases that its claim is about, until they answer it, and then all others.
///
/// Both go in rounds, at most one fork of every case in each, so that a slow spell of the machine falls on all cases
/// alike. Every round has an order of its own, drawn from the plan's seed; in each the baseline and the yardstick come
/// first, so that their figures are there for all others. A case whose interval is narrow enough rests.
final class Rounds {
    private final Plan plan;
    private final Claimed claimed;
    private final List<Plan.Case> claimCases;
    private final Consumer<RunEvent> events;
    private final Fork fork;
    private final Pace pace;
    private final Agenda agenda;
    private final Results results;
    private final int cores =
            Machine.cores(Runtime.getRuntime().availableProcessors(), Hardware.read().physicalCores());
    private final long begin = System.nanoTime();
    private final Set<String> cutShort = new HashSet<>();
    private final Map<String, RunEvent.Scored> told = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final EditAnswer editAnswer;

    Rounds(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.claimed = Claimed.by(plan.experiment());
        this.claimCases = plan.cases().stream().filter(Plan.Case::ofClaim).toList();
        this.events = events;
        this.agenda = new Agenda(plan, this::elapsedSeconds);
        this.pace = new Pace(agenda, this::elapsedSeconds, events);
        this.fork = new Fork(plan, pace);
        this.results = new Results(plan.cases(), claimed);
        this.editAnswer = new EditAnswer(claimed, results, failures);
    }

    /// Measures everything and ends with the verdict.
    ///
    /// @throws ForkFailure if a fork failed; what was measured before has been told by then
    void run() {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        events.accept(new RunEvent.Started(keys, agenda.budgetSeconds(), null, null));
        takeUp();
        answer();
        boolean goesOn = true;
        while (goesOn) {
            // What others of its kind scatter may have opened the claim again.
            goesOn = measured(agenda.round(isKnown(), this::comesFirst));
        }
        // The others of its kind may have told more of a case's scatter since it was measured.
        results.measured().forEach(this::score);
        pace.end();
        Swept swept = Sweeps.of(plan, claimed, results, cores);
        events.accept(new RunEvent.Finished(
                verdict(swept),
                Fits.of(results.judged(), results.scores(), cores),
                swept,
                plan.cases().stream().map(one -> ForkFlags.jvm(plan, one)).toList(),
                Version.getPlainVersion(),
                plan.ceilings()));
    }

    /// Begins with what an earlier run measured.
    private void takeUp() {
        for (Plan.Case one : plan.cases()) {
            plan.before(one).ifPresent(before -> {
                results.takeUp(one, before);
                agenda.known(one, results.samples(one));
            });
        }
        results.measured().forEach(this::score);
    }

    /// Measures the claim's cases until they answer it, or their forks are spent, and tells the answer.
    private void answer() {
        boolean answered = false;
        while (measured(agenda.claimRound(answered, this::comesFirst))) {
            answered = isAnswered();
        }
        if (!claimCases.isEmpty() && claimCases.size() < plan.cases().size()) {
            events.accept(new RunEvent.Answered(verdict(null)));
        }
    }

    /// Whether the claim can be told, from measurements that further forks would not improve in good time.
    private boolean isAnswered() {
        boolean known = isKnown();
        results.answered(known);
        claimCases.stream().filter(results.measured()::contains).forEach(this::score);
        return known && (claimCases.stream().noneMatch(this::forksMayMend) || !agenda.hasTimeForABetterLight());
    }

    private boolean isKnown() {
        return plan.edited() == null
                ? verdict(null).outcome() != Verdict.Outcome.CANNOT_TELL
                : claimCases.stream().filter(Plan.Case::edited).allMatch(editAnswer::isClear);
    }

    /// Whether more forks may turn its light to good. Modes that were seen stay, however many follow.
    private boolean forksMayMend(Plan.Case one) {
        boolean good = results.trust(one).filter(trust -> trust.level() == Trust.Level.GOOD).isPresent();
        return !good && !failures.containsKey(one.key()) && !Modes.two(results.samples(one));
    }

    /// @param swept null before the end, and if nothing is
    private Verdict verdict(Swept swept) {
        Verdict judged = Judgement.of(claimed, results, cores, plan.ceilings());
        return judged.answering(swept == null ? judged.answer() : swept.lines().getFirst().text(), editAnswer.text());
    }

    /// Measures a fork of each of the cases that the budget has room for; tells whether there was any.
    private boolean measured(List<Plan.Case> round) {
        boolean any = false;
        for (Plan.Case one : round) {
            if (agenda.affords(one)) {
                measure(one);
                any = true;
            } else if (cutShort.add(one.key())) {
                score(one);
            }
        }
        return any;
    }

    private void measure(Plan.Case one) {
        int round = results.samples(one).forks().size() + 1;
        events.accept(new RunEvent.CaseStarted(one.key(), round));
        agenda.begins();
        ForkResult result;
        try {
            result = fork.measure(one, round);
        } catch (ForkFailure failure) {
            if (!one.edited()) {
                throw failure;
            }
            failures.put(one.key(), failure.getMessage());
            agenda.drop(one);
            events.accept(new RunEvent.CaseFailed(one.key(), new Problem(failure.getMessage(), failure.detail())));
            return;
        }
        results.add(one, result.samples());
        agenda.measured(one, results.samples(one));
        result.watched().ifPresent(operation -> results.watched(one, operation));
        results.check(one, result).ifPresent(events);
        if (isReference(one) || plan.edited() != null) {
            results.measured().forEach(this::score);
        } else {
            score(one);
        }
    }

    private void score(Plan.Case one) {
        RunEvent.Scored now = results.score(one, cutShort.contains(one.key()));
        if (!now.equals(told.put(one.key(), now))) {
            events.accept(now);
        }
    }

    /// Beside an edit only an original that has not been measured yet: the limits of the edit's forks follow from it.
    private boolean comesFirst(Plan.Case one) {
        return plan.edited() == null ? isReference(one) : !one.edited() && results.samples(one).isEmpty();
    }

    private boolean isReference(Plan.Case one) {
        return claimed.isBaseline(one) || claimed.isYardstick(one);
    }

    private double elapsedSeconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
