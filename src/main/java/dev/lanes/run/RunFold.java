package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Figure;
import dev.lanes.event.Fit;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Machine;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Folds a log into what is known of its run.
final class RunFold {
    private final Map<String, CaseFold> cases = new LinkedHashMap<>();
    private RunState state = RunState.QUEUED;
    private Machine machine;
    private Instant startedAt;
    private Instant endedAt;
    private Verdict verdict;
    private Problem problem;
    private List<Fit> fits;
    private List<ForkJvm> jvms = List.of();
    private Ceilings ceilings;

    private RunFold(Plan plan) {
        for (Plan.Case planned : plan.cases()) {
            cases.put(planned.key(), new CaseFold(planned));
        }
    }

    static RunSnapshot fold(String id, PlannedRun planned, Instant createdAt, List<Run.Entry> log) {
        RunFold fold = new RunFold(planned.plan());
        log.forEach(fold::take);
        return new RunSnapshot(
                id, fold.state, planned, fold.machine, createdAt, fold.startedAt, fold.endedAt,
                fold.cases.values().stream().map(CaseFold::snapshot).toList(),
                fold.verdict, fold.fits, fold.jvms, fold.problem, fold.ceilings, log.size());
    }

    private void take(Run.Entry entry) {
        RunEvent event = entry.event();
        state = RunState.after(event);
        if (event.last()) {
            endedAt = entry.at();
        }
        switch (event) {
            case RunEvent.Queued queued -> {}
            case RunEvent.Started started -> {
                startedAt = entry.at();
                machine = started.machine();
            }
            case RunEvent.CaseStarted caseStarted -> {}
            case RunEvent.Sample sample -> cases.get(sample.key()).take(sample);
            case RunEvent.Scored scored -> cases.get(scored.key()).take(scored);
            case RunEvent.Checked checked -> cases.get(checked.key()).take(checked);
            case RunEvent.Timeline timeline -> cases.get(timeline.key()).timeline = timeline.operation();
            case RunEvent.Progress progress -> {}
            case RunEvent.Finished finished -> {
                verdict = finished.verdict();
                fits = finished.fits();
                jvms = finished.jvms();
                ceilings = finished.ceilings();
            }
            case RunEvent.Failed failed -> problem = failed.problem();
            case RunEvent.Cancelled cancelled -> {}
            case RunEvent.Interrupted interrupted -> problem = interrupted.problem();
        }
    }

    private static final class CaseFold {
        private final Plan.Case planned;
        private final Map<Integer, List<Double>> forks = new TreeMap<>();
        private final List<RunSnapshot.Iteration> iterations = new ArrayList<>();
        private Score score;
        private Speedup speedup;
        private Speedup speedupOverYardstick;
        private Trust trust;
        private Boolean correct;
        private CheckResult check;
        private List<Figure> figures = List.of();
        private Operation timeline;
        private Double allocatedBytesPerOp;

        CaseFold(Plan.Case planned) {
            this.planned = planned;
        }

        void take(RunEvent.Sample sample) {
            iterations.add(new RunSnapshot.Iteration(
                    sample.phase(), sample.round(), sample.iteration(), sample.nsPerOp(), sample.cpuNsPerOp()));
            if (sample.phase() == RunEvent.Phase.MEASURE) {
                forks.computeIfAbsent(sample.round(), round -> new ArrayList<>()).add(sample.nsPerOp());
            }
        }

        void take(RunEvent.Scored scored) {
            score = scored.score();
            speedup = scored.speedup();
            speedupOverYardstick = scored.speedupOverYardstick();
            trust = scored.trust();
            allocatedBytesPerOp = scored.allocatedBytesPerOp();
        }

        void take(RunEvent.Checked checked) {
            correct = checked.correct();
            check = checked.check();
            figures = checked.figures();
        }

        RunSnapshot.Case snapshot() {
            List<List<Double>> samples = forks.values().stream().map(List::copyOf).toList();
            return new RunSnapshot.Case(
                    planned, samples, score, speedup, speedupOverYardstick, trust, correct, check, figures, timeline,
                    allocatedBytesPerOp, List.copyOf(iterations));
        }
    }
}
