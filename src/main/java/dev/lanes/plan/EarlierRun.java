package dev.lanes.plan;

import dev.lanes.event.EffortLevel;
import dev.lanes.event.Machine;
import dev.lanes.event.Run;
import dev.lanes.event.Trust;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.edit.Edited;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A finished run that another one goes on from: what it measured counts there as measured.
///
/// @param run as it was told
/// @param sameCode whether the experiment's code is still the one that it measured
/// @param here the machine as it is now; null if it cannot be read
public record EarlierRun(Run run, boolean sameCode, Machine here) {
    /// Something else had the processors: those samples are measured anew.
    private static final Set<String> DISTURBED = Set.of(
            "steal", "other-programs", "busy-neighbour", "cpu-below-wall", "cpu-above-wall", "c1-only", "debugger");

    /// @param edits what is asked to be measured beside the original; null if nothing is
    /// @param sameExperiment whether its settings are still all that the experiment has
    /// @throws RefusedRequestException if what is measured now would not be the same
    void checkPlace(List<Edit> edits, boolean sameExperiment) {
        if (!new HashSet<>(edits == null ? List.of() : edits).equals(new HashSet<>(run.edits()))) {
            throw RequestCheck.refused("edits",
                    "Run %s measured %s; continue it with the same, or start a new run.".formatted(
                            run.id(), run.edits().isEmpty() ? "no edits" : "other edits"));
        }
        if (!sameCode || !sameExperiment) {
            throw refused("The code of %s has changed since run %s; start a new run.".formatted(
                    run.request().experiment(), run.id()));
        }
        String other = here == null || run.machine() == null ? "a machine that cannot be read" : difference();
        if (!other.isEmpty()) {
            throw refused("Run %s was measured on %s; only a run of this machine can be continued.".formatted(
                    run.id(), other));
        }
    }

    /// Empty if it is the same machine with the same JVM.
    private String difference() {
        Machine then = run.machine();
        boolean sameJvm = Objects.equals(then.javaVersion(), here.javaVersion())
                && Objects.equals(then.jvmName(), here.jvmName())
                && Objects.equals(then.jit(), here.jit());
        boolean samePlace = Objects.equals(then.cpuModel(), here.cpuModel())
                && then.logicalCores() == here.logicalCores()
                && then.usableCpus() == here.usableCpus()
                && then.memoryBytes() == here.memoryBytes()
                && then.simdBits() == here.simdBits()
                && Objects.equals(then.os(), here.os())
                && Objects.equals(then.blas(), here.blas());
        return !samePlace ? "another machine, %s with %s processors".formatted(
                        Quote.of(String.valueOf(then.cpuModel())), then.usableCpus())
                : !sameJvm ? "another JVM, %s %s".formatted(
                        Quote.of(String.valueOf(then.jvmName())), Quote.of(String.valueOf(then.javaVersion())))
                : "";
    }

    /// Its request at a higher effort: the one asked for, or else the next.
    ///
    /// @param efforts that the server offers
    /// @throws RefusedRequestException if there is none, or other settings are asked for
    Run.Request goingOn(RunRequest asked, Run.Request checked, List<EffortLevel> efforts) {
        Run.Request then = run.request();
        same("experiment", asked.experiment(), asked.experiment(), then.experiment());
        checked.params().forEach((name, value) -> same(
                "params." + name, asked.params().get(name), value, then.params().get(name)));
        same("variants", asked.variants(), checked.variants(), then.variants());
        same("pools", asked.pools(), checked.pools(), then.pools());
        same("workers", asked.workers(), checked.workers(), then.workers());
        same("sweep", asked.sweep(), checked.sweep(), then.sweep());
        List<EffortLevel> higher = efforts.stream().filter(one -> one.compareTo(then.effort()) > 0).toList();
        EffortLevel wanted = asked.effort() != null ? checked.effort() : higher.isEmpty() ? null : higher.getFirst();
        if (!higher.contains(wanted)) {
            throw RequestCheck.refused("effort",
                    "Run %s was measured with %s effort; it can be continued with %s, not %s.".formatted(
                            run.id(), then.effort().id(),
                            higher.isEmpty()
                                    ? "none"
                                    : RequestCheck.listed(higher.stream().map(EffortLevel::id).toList()),
                            RequestCheck.shown(asked.effort())));
        }
        return then.continuing(run.id(), wanted, checked.machine());
    }

    private void same(String field, Object asked, Object checked, Object then) {
        if (asked != null && !checked.equals(then)) {
            throw RequestCheck.refused(field,
                    "Run %s was measured with %s %s, so it cannot be continued with %s; leave it out.".formatted(
                            run.id(), field, RequestCheck.shown(then), RequestCheck.shown(checked)));
        }
    }

    /// What counts as measured: cases whose iterations are all known, and that nothing disturbed; an edit and its
    /// original both or neither, as their JVMs took turns.
    List<Run.Case> measured() {
        Set<String> anew = run.cases().stream().filter(one -> !counts(one)).map(EarlierRun::original)
                .collect(Collectors.toSet());
        return run.cases().stream().filter(one -> !anew.contains(original(one))).toList();
    }

    private static boolean counts(Run.Case one) {
        return !one.iterations().isEmpty() && one.problem() == null && one.trust() != null
                && one.trust().level() != Trust.Level.DOUBTFUL
                && one.trust().reasons().stream().map(Trust.Reason::code).noneMatch(DISTURBED::contains);
    }

    private static String original(Run.Case one) {
        return one.edited() ? Edited.original(one.key()) : one.key();
    }

    private static RefusedRequestException refused(String message) {
        return RequestCheck.refused("continues", message);
    }
}
