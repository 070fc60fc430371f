package dev.lanes.run;

import dev.lanes.event.Plan;

/// A request that passed every check, and what the measuring process will be told.
public record PlannedRun(RunSettings settings, Plan plan) {

    /// What all cases take, in seconds.
    public double estimateSeconds() {
        return plan.estimateSeconds();
    }
}
