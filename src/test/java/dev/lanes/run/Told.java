package dev.lanes.run;

import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import java.util.List;

/// What is known of a run after its worker printed some lines.
public final class Told {
    private Told() {}

    public static RunSnapshot by(Plan plan, List<String> lines) {
        Run run = new Run("told", new PlannedRun(null, plan));
        lines.stream().map(EventLine::readEvent).forEach(run::append);
        return run.snapshot();
    }
}
