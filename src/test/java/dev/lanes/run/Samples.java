package dev.lanes.run;

import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.plan.Capacity;
import dev.lanes.plan.Offers;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Requests and plans for tests.
public final class Samples {
    public static final RunPlanner PLANNER =
            new RunPlanner(SampleCatalog.open(), () -> 42, () -> Capacity.of(FakeWorker.MACHINE), Offers.EVERYTHING);

    private Samples() {}

    public static PlannedRun planned(FakeWorker.Script script) {
        return PLANNER.plan(new RunRequest(
                "scripted", Map.of("script", BigDecimal.valueOf(script.number())), List.of("plain"), null, null,
                null, null, null, null, null, null, null));
    }
}
