package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Response;
import java.time.Instant;

/// A planned run in the engine's words.
final class Job {
    private Job() {}

    static PlannedRun planned(String request, String plan) {
        return new PlannedRun(EventLine.read(request, Run.Request.class), EventLine.read(plan, Plan.class));
    }

    static String cancelled() {
        return EventLine.write(new RunEvent.Cancelled());
    }

    static String interrupted(Problem problem) {
        return EventLine.write(new RunEvent.Interrupted(problem));
    }

    /// One entry of a log.
    static RunLog.Entry entry(Response told) {
        String id = told.get(0).toString();
        Response fields = told.get(1);
        return new RunLog.Entry(
                Long.parseLong(id.substring(0, id.indexOf('-'))),
                Instant.ofEpochMilli(fields.get(1).toLong()),
                EventLine.read(fields.get(3).toString(), RunEvent.class));
    }
}
