package dev.lanes.web.api;

import dev.lanes.plan.PlannedRun;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.http.RelativeAddress;
import dev.lanes.web.http.Throttle;
import dev.lanes.web.ops.AdminFile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// How a visitor's run or look gets into the queue, or is told why not.
@Singleton
record QueueEntrance(RunDesk desk, Throttle throttle, AdminFile admin) {
    record Accepted(String id) {}

    /// The visitor, before the request is read.
    ///
    /// @throws ProblemException with status 503 on a read-only server, 429 after too many requests
    String visitor(HttpServerRequest request) {
        if (admin.switches().readOnly()) {
            throw new ProblemException(503, "This server is read-only at the moment: no run can be started. "
                    + "You can run Lanes on your own machine.");
        }
        return throttle.enter(request);
    }

    /// @throws ProblemException with status 429 if one of this visitor waits already, 503 if the queue is full
    RunDesk.Submission.Accepted submit(PlannedRun planned, String visitor) {
        return switch (desk.submit(planned, visitor)) {
            case RunDesk.Submission.Accepted accepted -> accepted;
            case RunDesk.Submission.OneWaits(long seconds) -> throw new ProblemException(
                    429, "You already have a run in the queue; it starts in about %s s.".formatted(seconds), seconds);
            case RunDesk.Submission.Full(long seconds) -> throw new ProblemException(
                    503, "The queue is full. Try again in %s s.".formatted(seconds), seconds);
        };
    }

    static Response accepted(RunLog run, HttpServerRequest request) {
        return Response.accepted(new Accepted(run.id()))
                .header(HttpHeaders.LOCATION, RelativeAddress.of("/api/runs/" + run.id(), request))
                .build();
    }
}
