package dev.lanes.plan;

import dev.lanes.event.Plan;
import dev.lanes.event.Run;

/// A request that passed every check, and what the measuring process will be told.
public record PlannedRun(Run.Request settings, Plan plan) {

    /// The same run as a look into the code of its only case.
    public PlannedRun asLook() {
        return new PlannedRun(settings, plan.asLook());
    }

    /// Whether the other one measures, or looks at, the same.
    public boolean isLike(PlannedRun other) {
        return settings.equals(other.settings) && plan.look() == other.plan.look();
    }

    /// What all cases take, in seconds.
    public double estimateSeconds() {
        return plan.estimateSeconds();
    }
}
