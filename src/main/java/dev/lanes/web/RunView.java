package dev.lanes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.event.Ceilings;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Figure;
import dev.lanes.event.Fit;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Machine;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.run.RunSettings;
import dev.lanes.run.RunSnapshot;
import dev.lanes.run.RunState;
import dev.lanes.store.RunArchive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.Version;

/// `Run` of the protocol.
///
/// @param jvms those of the cases' forks, without paths, so that a result may go anywhere; empty until it has finished
/// @param jmhVersion null until then
/// @param seed decides the order of the cases within each round: the same seed, the same orders
/// @param lastSeq number of the last event that is in it: the live stream goes on with `?after=` this
/// @param stored whether the ended run is kept; left out where that is not known yet
/// @param notStoredBecause why it is not, as the end of a sentence; left out where it is
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        String id,
        RunState state,
        Request request,
        long seed,
        Machine machine,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<Case> cases,
        Verdict verdict,
        List<Fit> fits,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ForkJvm> jvms,
        String jmhVersion,
        dev.lanes.event.Problem problem,
        @JsonInclude(JsonInclude.Include.ALWAYS) Ceilings ceilings,
        long lastSeq,
        Boolean stored,
        String notStoredBecause)
        implements RunAnswer {

    /// The request with its defaults filled in; it can be sent again as it is.
    record Request(
            String experiment,
            Map<String, Long> params,
            List<String> variants,
            List<Plan.Pool> pools,
            List<Integer> workers,
            String effort) {}

    /// @param iterationMillis how long an iteration was to take; 0 where it is one call
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            String key,
            String variant,
            Plan.Pool pool,
            int workers,
            List<Double> samples,
            Score score,
            @JsonInclude(JsonInclude.Include.ALWAYS) Speedup speedup,
            @JsonInclude(JsonInclude.Include.ALWAYS) Speedup speedupOverYardstick,
            @JsonInclude(JsonInclude.Include.ALWAYS) Boolean correct,
            CheckResult check,
            List<Figure> figures,
            Trust trust,
            Operation timeline,
            @JsonInclude(JsonInclude.Include.ALWAYS) Double allocatedBytesPerOp,
            @JsonInclude(JsonInclude.Include.ALWAYS) Plan.Work work,
            int iterationMillis,
            List<Iteration> iterations) {}

    /// One timed iteration, of the warm-up or not; `cpuNsPerOp` is left out where unknown.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Iteration(RunEvent.Phase phase, int round, int iteration, double nsPerOp, Double cpuNsPerOp) {}

    /// Without what is known of its storage.
    static RunView of(RunSnapshot run) {
        return of(run, null, null);
    }

    static RunView of(RunSnapshot run, RunArchive.Kept kept) {
        return of(run, kept.stored(), kept.because());
    }

    private static RunView of(RunSnapshot run, Boolean stored, String notStoredBecause) {
        RunSettings settings = run.planned().settings();
        Request request = new Request(
                settings.experiment(), settings.params(), settings.variants(), settings.pools(), settings.workers(),
                settings.effort().id());
        return new RunView(
                run.id(), run.state(), request, run.planned().plan().seed(), run.machine(),
                run.createdAt(), run.startedAt(), run.endedAt(),
                run.cases().stream().map(one -> one(run.planned().plan(), one)).toList(),
                run.verdict(), run.fits(), run.jvms().stream().map(ForkJvm::withoutPaths).toList(),
                run.jvms().isEmpty() ? null : Version.getPlainVersion(), run.problem(), run.ceilings(),
                run.lastSeq(), stored, notStoredBecause);
    }

    private static Case one(Plan whole, RunSnapshot.Case found) {
        Plan.Case plan = found.plan();
        return new Case(
                plan.key(), plan.variant(), plan.pool(), plan.workers(), found.samples(), found.score(),
                found.speedup(), found.speedupOverYardstick(), found.correct(), found.check(), found.figures(),
                found.trust(), found.timeline(), found.allocatedBytesPerOp(), plan.work(),
                whole.effort(plan).iterationMillis(),
                found.iterations().stream()
                        .map(one -> new Iteration(
                                one.phase(), one.round(), one.iteration(), one.nsPerOp(), one.cpuNsPerOp()))
                        .toList());
    }
}
