package dev.lanes.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.run.PlannedRun;
import dev.lanes.run.Run;
import dev.lanes.run.RunPlanner;
import dev.lanes.run.RunQueue;
import dev.lanes.run.RunSnapshot;
import dev.lanes.run.RunState;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Runs: asked for, looked at, cancelled.
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
class RunResource {
    private final RunPlanner planner;
    private final RunQueue queue;
    private final Throttle throttle;

    RunResource(RunPlanner planner, RunQueue queue, Throttle throttle) {
        this.planner = planner;
        this.queue = queue;
        this.throttle = throttle;
    }

    record Accepted(String id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks for a run; answers before anything is measured")
    @RequestBody(content = @Content(schema = @Schema(implementation = RunView.Request.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, an unknown field or a wrong type")
    @APIResponse(responseCode = "404", description = "No such experiment")
    @APIResponse(responseCode = "422", description = "A value out of its range")
    @APIResponse(responseCode = "429", description = "Too many requests; Retry-After says when to come back")
    @APIResponse(responseCode = "503", description = "The queue is full; Retry-After says when to come back")
    public Response start(byte[] body) {
        throttle.enter();
        PlannedRun planned = planner.plan(RunRequestReader.read(body));
        return switch (queue.submit(planned)) {
            case RunQueue.Submission.Accepted accepted ->
                Response.accepted(new Accepted(accepted.run().id()))
                        .header(HttpHeaders.LOCATION, "/api/runs/" + accepted.run().id())
                        .build();
            case RunQueue.Submission.Full full ->
                throw new ProblemException(
                        Problem.of(503, "As many runs wait as may; a place may be free in %d s."
                                .formatted(full.retryAfterSeconds())),
                        full.retryAfterSeconds());
        };
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A run's state and, as far as it has come, its results")
    public RunView run(@PathParam("id") String id) {
        return RunView.of(find(id).snapshot());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancels a run; answers when nothing of it is left")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "The run has ended by itself")
    public void cancel(@PathParam("id") String id) throws InterruptedException {
        switch (queue.cancel(id)) {
            case CANCELLED -> {}
            case UNKNOWN -> throw ProblemException.unknown("run", id);
            case TOO_LATE -> throw new ProblemException(Problem.of(409, "The run has ended already."));
        }
    }

    @GET
    @Path("{id}/jmh.json")
    @Operation(summary = "A finished run in JMH's own result format")
    @APIResponse(responseCode = "409", description = "The run has not finished")
    public JsonNode jmh(@PathParam("id") String id) {
        RunSnapshot run = find(id).snapshot();
        if (run.state() != RunState.FINISHED) {
            throw new ProblemException(Problem.of(409, "Only a finished run has a result; this one is %s."
                    .formatted(run.state())));
        }
        return JmhJson.of(run);
    }

    private Run find(String id) {
        return queue.find(id).orElseThrow(() -> ProblemException.unknown("run", id));
    }
}
