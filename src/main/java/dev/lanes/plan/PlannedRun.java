package dev.lanes.plan;

import dev.lanes.event.Plan;
import dev.lanes.event.Run;

/// A request that passed every check, and what the measuring process will be told.
public record PlannedRun(Run.Request settings, Plan plan) {

    /// What all cases take, in seconds.
    public double estimateSeconds() {
        return plan.estimateSeconds();
    }
}
