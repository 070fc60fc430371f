package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import java.util.List;

/// Something that happened in a run. A run's events, in order, are all there is to know about it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = RunEvent.Queued.class, name = "queued"),
    @Type(value = RunEvent.Started.class, name = "started"),
    @Type(value = RunEvent.CaseStarted.class, name = "caseStarted"),
    @Type(value = RunEvent.Sample.class, name = "sample"),
    @Type(value = RunEvent.Scored.class, name = "scored"),
    @Type(value = RunEvent.Checked.class, name = "checked"),
    @Type(value = RunEvent.CaseFailed.class, name = "caseFailed"),
    @Type(value = RunEvent.Timeline.class, name = "timeline"),
    @Type(value = RunEvent.Code.class, name = "machineCode"),
    @Type(value = RunEvent.Profiled.class, name = "profile"),
    @Type(value = RunEvent.Recording.class, name = "recording"),
    @Type(value = RunEvent.Progress.class, name = "progress"),
    @Type(value = RunEvent.Answered.class, name = "answered"),
    @Type(value = RunEvent.Finished.class, name = "finished"),
    @Type(value = RunEvent.Failed.class, name = "failed"),
    @Type(value = RunEvent.Cancelled.class, name = "cancelled"),
    @Type(value = RunEvent.Interrupted.class, name = "interrupted"),
    @Type(value = RunEvent.Restarted.class, name = "restarted"),
})
public sealed interface RunEvent {

    /// Whether nothing follows this event.
    default boolean last() {
        return RunState.after(this).ended();
    }

    /// Something that happened to one case of a run that goes on.
    sealed interface OfCase extends RunEvent {
        String key();
    }

    /// The run waits; `position` 1 is the next to start, in about `waitSeconds`; null where that is not known.
    record Queued(int position, @JsonInclude(JsonInclude.Include.NON_NULL) Double waitSeconds) implements RunEvent {}

    /// The process that measures is ready. `cases` lists the keys in the order they are shown.
    ///
    /// @param machine null until the server has told which it is
    /// @param run what was known before this event: all that follows is added to it; null until the server has told it
    record Started(
            List<String> cases, double estimateSeconds, Machine machine,
            @JsonInclude(JsonInclude.Include.NON_NULL) Run run) implements RunEvent {
        /// The same start, told which machine it is on.
        public Started on(Machine known) {
            return new Started(cases, estimateSeconds, known, run);
        }

        /// The same start, told which run it is of.
        public Started of(Run known) {
            return new Started(cases, estimateSeconds, machine, known);
        }
    }

    /// A fork of the case begins, in `round` 1 to the number of forks.
    record CaseStarted(String key, int round) implements OfCase {}

    /// One JMH iteration: `iteration` counts from 1 within its phase, `nsPerOp` is its mean time per operation, and
    /// `cpuNsPerOp` the processor time that all threads of the fork took for it; null where that is not known.
    record Sample(
            String key, Phase phase, int round, int iteration, double nsPerOp,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double cpuNsPerOp) implements OfCase {}

    /// What is known of the case so far; comes after every fork. `speedup` is null until the baseline has a score, and
    /// `speedupOverYardstick` until the yardstick has one, or always where there is no yardstick.
    /// `allocatedBytesPerOp` is what an operation allocates, 0 where that is no more than the harness itself does; null
    /// where it is not known. `outliers` are the places, from 0, among the case's measured iterations of those that lie
    /// far from the others; null where that was not looked at. `speedupOverOriginal` is told of an edited case alone.
    record Scored(
            String key, Score score, Speedup speedup, Speedup speedupOverYardstick, Trust trust,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double allocatedBytesPerOp,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> outliers,
            @JsonInclude(JsonInclude.Include.NON_NULL) Speedup speedupOverOriginal) implements OfCase {}

    /// The case's output was compared with the baseline's, and what else it tells of itself was read.
    record Checked(String key, boolean correct, CheckResult check, List<Figure> figures) implements OfCase {}

    /// An edited case ended badly and is not measured further; the others are.
    record CaseFailed(String key, Problem problem) implements OfCase {}

    /// What the workers of a pooled case did during one operation, watched once and untimed; as in [Operation].
    record Timeline(String key, @JsonUnwrapped Operation operation) implements OfCase {}

    /// The machine code of the case, read in a fork of its own.
    record Code(String key, MachineCode machineCode) implements OfCase {}

    /// Where the time of the case goes, sampled in a fork of its own.
    record Profiled(String key, Profile profile) implements OfCase {}

    /// The flight recording that the profile was made of, for other tools; it is no part of the run's document.
    ///
    /// @param gzip base64 of the compressed file
    record Recording(String key, String gzip) implements OfCase {}

    /// How much of the planned work is done, 0 to 1, and how long the rest will take at the pace so far.
    record Progress(double doneFraction, double remainingSeconds) implements RunEvent {}

    /// The cases that the claim is about are measured, and this is what they say; the others follow.
    record Answered(Verdict verdict) implements RunEvent {}

    /// All is measured.
    ///
    /// @param fits Amdahl's law on each pooled variant and pool
    /// @param swept what a sweep found out; null if it was none
    /// @param jvms the JVM of each case's forks, without paths
    /// @param jmhVersion of the JMH that measured
    /// @param ceilings what the machine can do at most; null where that was not known
    record Finished(
            Verdict verdict, List<Fit> fits,
            @JsonInclude(JsonInclude.Include.NON_NULL) Swept swept,
            List<ForkJvm> jvms,
            @JsonInclude(JsonInclude.Include.NON_NULL) String jmhVersion,
            @JsonInclude(JsonInclude.Include.NON_NULL) Ceilings ceilings) implements RunEvent {
        /// The same end, told what the machine can do at most.
        public Finished under(Ceilings known) {
            return new Finished(verdict, fits, swept, jvms, jmhVersion, known);
        }
    }

    record Failed(Problem problem) implements RunEvent {}

    record Cancelled() implements RunEvent {}

    /// The server ended before the run did.
    record Interrupted(Problem problem) implements RunEvent {}

    /// The run begins again, as its machine stopped: what came before does not count.
    ///
    /// @param attempt 2 for the second one
    /// @param problem why
    record Restarted(int attempt, Problem problem) implements RunEvent {}

    /// JMH's two kinds of iteration.
    enum Phase {
        @JsonProperty("warmup")
        WARMUP,
        @JsonProperty("measure")
        MEASURE
    }
}
