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
import java.util.List;

/// What is known of a run after the event numbered `lastSeq`. What is not known yet is null; `jvms` are empty until
/// then.
public record RunSnapshot(
        String id,
        RunState state,
        PlannedRun planned,
        Machine machine,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<Case> cases,
        Verdict verdict,
        List<Fit> fits,
        List<ForkJvm> jvms,
        Problem problem,
        Ceilings ceilings,
        long lastSeq) {

    /// What is known of one case.
    ///
    /// @param forks measured iterations of each fork, in ns per operation
    /// @param allocatedBytesPerOp null where it is not known
    /// @param iterations all that was timed, warm-up included, in the order in which it was
    public record Case(
            Plan.Case plan,
            List<List<Double>> forks,
            Score score,
            Speedup speedup,
            Speedup speedupOverYardstick,
            Trust trust,
            Boolean correct,
            CheckResult check,
            List<Figure> figures,
            Operation timeline,
            Double allocatedBytesPerOp,
            List<Iteration> iterations) {

        /// The measured iterations of all forks, in ns per operation.
        public List<Double> samples() {
            return forks.stream().flatMap(List::stream).toList();
        }
    }

    /// One iteration as its sample told it.
    ///
    /// @param cpuNsPerOp processor time of all threads; null where unknown
    public record Iteration(RunEvent.Phase phase, int round, int iteration, double nsPerOp, Double cpuNsPerOp) {}
}
