package dev.lanes.worker;

import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.worker.fork.Fork;
import dev.lanes.worker.fork.ForkFlags;
import dev.lanes.worker.fork.ForkResult;
import dev.lanes.worker.machine.Hardware;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.util.Version;

/// Measures a plan: at most one fork of every case per round, so that a slow spell of the machine falls on all cases
/// alike.
///
/// Every round has an order of its own, drawn from the plan's seed; in each the baseline and the yardstick come first,
/// so that their figures are there for all others. A case whose interval is narrow enough rests.
final class Rounds {
    private final Plan plan;
    private final Claimed claimed;
    private final Consumer<RunEvent> events;
    private final Fork fork;
    private final Pace pace;
    private final Agenda agenda;
    private final Results results;
    private final long begin = System.nanoTime();
    private final Set<String> cutShort = new HashSet<>();

    Rounds(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.claimed = Claimed.by(plan.experiment());
        this.events = events;
        this.agenda = new Agenda(plan, this::elapsedSeconds);
        this.pace = new Pace(agenda, this::elapsedSeconds, events);
        this.fork = new Fork(plan, pace);
        this.results = new Results(plan.cases(), claimed);
    }

    /// Measures everything and ends with the verdict.
    ///
    /// @throws ForkFailure where a fork failed; what was measured before has been told by then
    void run() {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        events.accept(new RunEvent.Started(keys, agenda.budgetSeconds(), null, null));
        for (int round = 1; round <= agenda.rounds(); round++) {
            for (Plan.Case one : agenda.round(this::isReference)) {
                if (agenda.affords(one)) {
                    measure(one, round);
                } else if (cutShort.add(one.key())) {
                    score(one);
                }
            }
        }
        pace.end();
        int cores = cores();
        events.accept(new RunEvent.Finished(
                Judgement.of(claimed, results, cores, plan.ceilings()),
                Fits.of(plan.cases(), results.scores(), cores),
                plan.cases().stream().map(one -> ForkFlags.jvm(plan, one)).toList(),
                Version.getPlainVersion(),
                plan.ceilings()));
    }

    private void measure(Plan.Case one, int round) {
        events.accept(new RunEvent.CaseStarted(one.key(), round));
        agenda.begins();
        ForkResult result = fork.measure(one, round, agenda.warmupIterations(one));
        agenda.measured(one, result.samples(), results.add(one, result.samples()));
        result.watched().ifPresent(operation -> results.watched(one, operation));
        results.check(one, result).ifPresent(events);
        if (isReference(one)) {
            results.measured().forEach(this::score);
        } else {
            score(one);
        }
    }

    private void score(Plan.Case one) {
        events.accept(results.score(one, cutShort.contains(one.key())));
    }

    private boolean isReference(Plan.Case one) {
        return claimed.isBaseline(one) || claimed.isYardstick(one);
    }

    private double elapsedSeconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static int cores() {
        return Machine.cores(Runtime.getRuntime().availableProcessors(), Hardware.read().physicalCores());
    }
}
