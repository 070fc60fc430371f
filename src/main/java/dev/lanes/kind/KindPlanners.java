package dev.lanes.kind;

import dev.lanes.event.Run;
import dev.lanes.plan.RunPlanner;
import jakarta.enterprise.context.ApplicationScoped;

/// Planners of runs on each kind: ranges, availability and worker counts are those of its machines.
@ApplicationScoped
public class KindPlanners {
    private final Kinds kinds;
    private final RunPlanner planner;

    KindPlanners(Kinds kinds, RunPlanner planner) {
        this.kinds = kinds;
        this.planner = planner;
    }

    /// @param kind null for the first
    /// @throws dev.lanes.plan.RefusedRequestException if there is no such kind
    public RunPlanner of(String kind) {
        return of(kinds.named(kind));
    }

    public RunPlanner of(MachineKind kind) {
        return planner.on(kind.name(), kind::capacity);
    }

    /// For what an old run measured; the first kind's if its own is no longer known.
    public RunPlanner of(Run.Request measured) {
        return of(kinds.find(measured.machine()).orElseGet(() -> kinds.named(null)));
    }
}
