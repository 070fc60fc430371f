package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What is known of a run after the event numbered `lastSeq`: the protocol's `Run`, as it is sent, stored, shared and
/// exported. What is not known yet is null.
///
/// @param seed decides the order of the cases within each round: the same seed, the same orders
/// @param edits the files that the visitor had changed for the edited cases; empty if there are none
/// @param jvms those of the cases' forks, without paths; empty until the run has finished
/// @param jmhVersion null until then
/// @param ceilings what the machine can do at most, as known when the run ended
/// @param swept what a sweep found out; null if it was none
/// @param lastSeq the live stream goes on with `?after=` this
/// @param stored whether the ended run is kept; null if that is not known yet
/// @param notStoredBecause why it is not, as the end of a sentence; null if it is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
        String id,
        RunState state,
        Request request,
        long seed,
        Machine machine,
        @JsonSerialize(using = ToStringSerializer.class) Instant createdAt,
        @JsonSerialize(using = ToStringSerializer.class) Instant startedAt,
        @JsonSerialize(using = ToStringSerializer.class) Instant endedAt,
        List<Case> cases,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Edit> edits,
        Verdict verdict,
        List<Fit> fits,
        Swept swept,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ForkJvm> jvms,
        String jmhVersion,
        Problem problem,
        @JsonInclude(JsonInclude.Include.ALWAYS) Ceilings ceilings,
        long lastSeq,
        Boolean stored,
        String notStoredBecause) {

    public Run {
        edits = edits == null ? List.of() : List.copyOf(edits);
    }

    /// A checked request with every default filled in; it can be sent again as it is.
    ///
    /// @param params every parameter of the experiment, in its order
    /// @param variants ids, in the experiment's order
    /// @param pools empty if the experiment has none
    /// @param workers ascending; empty if the experiment has no pools
    /// @param sweep null if every parameter has one value
    /// @param continues the id of the run whose measurements count as the first of this one; null if none do
    /// @param machine the kind of machine that was chosen; null in runs of earlier versions
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            String experiment,
            Map<String, Long> params,
            List<String> variants,
            List<Plan.Pool> pools,
            List<Integer> workers,
            EffortLevel effort,
            Sweep sweep,
            String continues,
            String machine) {
        /// The same at another effort, going on from that run on that kind of machine.
        public Request continuing(String run, EffortLevel higher, String kind) {
            return new Request(experiment, params, variants, pools, workers, higher, sweep, run, kind);
        }
    }

    /// What is measured at several values of one parameter: the cases that the claim is about, and others if asked for.
    ///
    /// @param param its name
    /// @param values ascending
    /// @param also keys of further cases, such as that of the best one, without a value
    public record Sweep(
            String param, List<Long> values, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> also) {
        private static final char MARK = '@';

        public Sweep {
            values = List.copyOf(values);
            also = also == null ? List.of() : List.copyOf(also);
        }

        /// The key of a case at that value of the parameter.
        static String key(String line, long value) {
            return line + MARK + value;
        }

        /// The key without its value.
        public static String line(String key) {
            int mark = key.indexOf(MARK);
            return mark < 0 ? key : key.substring(0, mark);
        }
    }

    /// What is known of one case.
    ///
    /// @param at its value of the parameter that is swept; null if none is
    /// @param samples the measured iterations, in ns per operation
    /// @param allocatedBytesPerOp what an operation allocates; null if unknown
    /// @param iterationMillis how long an iteration was to take; 0 if it is one call
    /// @param iterations all that was timed, warm-up included, in the order in which it was
    /// @param outliers places in `samples` of those that lie far from the others; null until that is known
    /// @param machineCode what a look into its code has told; null before one
    /// @param profile where a look has seen its time go; null before one
    /// @param edited whether it runs code that the visitor has edited
    /// @param speedupOverOriginal how many times faster than before the edit; null unless it is a case of an edit
    /// @param problem why it was not measured to its end; null if it was
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(
            String key,
            String variant,
            Plan.Pool pool,
            int workers,
            Long at,
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
            List<Iteration> iterations,
            List<Integer> outliers,
            MachineCode machineCode,
            Profile profile,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean edited,
            Speedup speedupOverOriginal,
            Problem problem) {

        private static Case planned(Plan plan, Plan.Case one) {
            return plan.before(one).map(measured -> measured.goingOn(plan.effort(one))).orElseGet(() -> new Case(
                    one.key(), one.variant(), one.pool(), one.workers(), one.at(), List.of(), null, null, null, null,
                    null, List.of(), null, null, null, one.work(), plan.effort(one).iterationMillis(), List.of(), null,
                    null, null, one.edited(), null, null));
        }

        /// The same case, measured further with that effort: what was concluded is concluded anew.
        private Case goingOn(Plan.Effort effort) {
            return new Case(
                    key, variant, pool, workers, at, samples, null, null, null, correct, check, figures, null, timeline,
                    allocatedBytesPerOp, work, effort.iterationMillis(), iterations, null, machineCode, profile, edited,
                    null, null);
        }

        /// How many JVMs have measured it.
        int rounds() {
            return iterations.stream().mapToInt(Iteration::round).max().orElse(0);
        }

        /// The case after an event of its own, field by field.
        private Case after(RunEvent event) {
            return new Case(
                    key, variant, pool, workers, at,
                    event instanceof RunEvent.Sample now && now.phase() == RunEvent.Phase.MEASURE
                            ? with(samples, now.nsPerOp()) : samples,
                    event instanceof RunEvent.Scored now ? now.score() : score,
                    event instanceof RunEvent.Scored now ? now.speedup() : speedup,
                    event instanceof RunEvent.Scored now ? now.speedupOverYardstick() : speedupOverYardstick,
                    event instanceof RunEvent.Checked now ? Boolean.valueOf(now.correct()) : correct,
                    event instanceof RunEvent.Checked now ? now.check() : check,
                    event instanceof RunEvent.Checked now ? now.figures() : figures,
                    event instanceof RunEvent.Scored now ? now.trust() : trust,
                    event instanceof RunEvent.Timeline now ? now.operation() : timeline,
                    event instanceof RunEvent.Scored now ? now.allocatedBytesPerOp() : allocatedBytesPerOp,
                    work, iterationMillis,
                    event instanceof RunEvent.Sample now ? with(iterations, Iteration.of(now)) : iterations,
                    event instanceof RunEvent.Scored now ? now.outliers() : outliers,
                    event instanceof RunEvent.Code now ? now.machineCode() : machineCode,
                    event instanceof RunEvent.Profiled now ? now.profile() : profile,
                    edited,
                    event instanceof RunEvent.Scored now ? now.speedupOverOriginal() : speedupOverOriginal,
                    event instanceof RunEvent.CaseFailed now ? now.problem() : problem);
        }

        /// The same case with what a look into its code has told; what is null stays as it was.
        private Case looked(MachineCode code, Profile where) {
            Case coded = code == null ? this : after(new RunEvent.Code(key, code));
            return where == null ? coded : coded.after(new RunEvent.Profiled(key, where));
        }
    }

    /// One timed iteration, of the warm-up or not.
    ///
    /// @param cpuNsPerOp processor time of all threads; null if unknown
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Iteration(RunEvent.Phase phase, int round, int iteration, double nsPerOp, Double cpuNsPerOp) {
        private static Iteration of(RunEvent.Sample sample) {
            return new Iteration(
                    sample.phase(), sample.round(), sample.iteration(), sample.nsPerOp(), sample.cpuNsPerOp());
        }
    }

    /// A run of which nothing has happened yet.
    public static Run asked(String id, Request request, Plan plan, Instant now) {
        return new Run(
                id, RunState.QUEUED, request, plan.seed(), null, now, null, null,
                plan.cases().stream().map(one -> Case.planned(plan, one)).toList(),
                plan.edited() == null ? List.of() : plan.edited().files(),
                null, null, null, List.of(), null, null, null, 0, null, null);
    }

    /// The run after one more event, field by field.
    public Run after(RunEvent event, Instant now) {
        RunEvent.Finished end = event instanceof RunEvent.Finished finished ? finished : null;
        return new Run(
                id, RunState.after(event), request, seed,
                event instanceof RunEvent.Started started ? started.machine() : machine,
                createdAt,
                event instanceof RunEvent.Started ? now : startedAt,
                event.last() ? now : endedAt,
                event instanceof RunEvent.OfCase its ? cases(its.key(), one -> one.after(event)) : cases,
                edits,
                switch (event) {
                    case RunEvent.Answered answered -> answered.verdict();
                    case RunEvent.Finished finished -> finished.verdict();
                    default -> verdict;
                },
                end == null ? fits : end.fits(),
                end == null ? swept : end.swept(),
                end == null ? jvms : end.jvms(),
                end == null ? jmhVersion : end.jmhVersion(),
                switch (event) {
                    case RunEvent.Failed failed -> failed.problem();
                    case RunEvent.Interrupted interrupted -> interrupted.problem();
                    default -> problem;
                },
                end == null ? ceilings : end.ceilings(),
                lastSeq + 1, stored, notStoredBecause);
    }

    /// The run that begins again after the event numbered `seq`: this one, of which nothing had happened yet.
    public Run again(long seq) {
        return with(cases, seq, stored, notStoredBecause);
    }

    /// The same run with what is known of its storage.
    public Run kept(Boolean isStored, String because) {
        return with(cases, lastSeq, isStored, because);
    }

    /// The same run with what a look into the code of one of its cases has told.
    public Run looked(String key, MachineCode code, Profile profile) {
        return with(cases(key, one -> one.looked(code, profile)), lastSeq, stored, notStoredBecause);
    }

    private Run with(List<Case> known, long seq, Boolean isStored, String because) {
        return new Run(
                id, state, request, seed, machine, createdAt, startedAt, endedAt, known, edits, verdict, fits, swept,
                jvms, jmhVersion, problem, ceilings, seq, isStored, because);
    }

    private List<Case> cases(String key, UnaryOperator<Case> change) {
        return cases.stream().map(one -> one.key().equals(key) ? change.apply(one) : one).toList();
    }

    /// Copies once: a run may have tens of thousands of iterations, and each of them makes such a list.
    @SuppressWarnings("unchecked") // Nobody sees the array.
    private static <T> List<T> with(List<T> all, T last) {
        T[] more = all.toArray((T[]) new Object[all.size() + 1]);
        more[all.size()] = last;
        return Collections.unmodifiableList(Arrays.asList(more));
    }
}
