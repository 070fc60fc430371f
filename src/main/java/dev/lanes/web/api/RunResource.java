package dev.lanes.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.Run;
import dev.lanes.event.RunState;
import dev.lanes.kind.KindPlanners;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunRequest;
import dev.lanes.run.RunDesk;
import dev.lanes.run.ServerMode;
import dev.lanes.store.RunArchive;
import dev.lanes.store.RunSearch;
import dev.lanes.store.RunSummary;
import dev.lanes.web.document.EarlierRuns;
import dev.lanes.web.document.JmhJson;
import dev.lanes.web.document.Results;
import dev.lanes.web.document.RunAnswers;
import dev.lanes.web.document.RunArchivist;
import dev.lanes.web.document.RunEvents;
import dev.lanes.web.http.Clients;
import dev.lanes.web.http.JsonBody;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.ops.Meters;
import dev.lanes.web.workshop.EditedRuns;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
    private final KindPlanners planners;
    private final RunDesk desk;
    private final Clients clients;
    private final QueueEntrance entrance;
    private final Meters meters;
    private final RunArchivist archivist;
    private final RunArchive archive;
    private final RunAnswers answers;
    private final Results results;
    private final EarlierRuns earlier;
    private final EditedRuns edited;
    private final ServerMode mode;

    RunResource(
            KindPlanners planners, RunDesk desk, Clients clients, QueueEntrance entrance, Meters meters,
            RunArchivist archivist, RunArchive archive, RunAnswers answers, Results results, EarlierRuns earlier,
            EditedRuns edited, ServerMode mode) {
        this.planners = planners;
        this.desk = desk;
        this.clients = clients;
        this.entrance = entrance;
        this.meters = meters;
        this.archivist = archivist;
        this.archive = archive;
        this.answers = answers;
        this.results = results;
        this.earlier = earlier;
        this.edited = edited;
        this.mode = mode;
    }

    /// What became of a run that was to be cancelled, where it was not.
    record Left(String outcome, String detail) {
        static final Left TO_OTHERS = new Left(
                RunDesk.Cancelling.LEFT_TO_OTHERS.name(),
                "Others requested the same run, so it continues for them. You have left it.");
    }

    /// A page of the runs that are stored.
    ///
    /// @param total how many there are on all pages
    record RunList(int page, int size, long total, List<RunSummary> runs) {}

    @GET
    @Operation(
            summary = "The runs that are stored, newest first, a page at a time; a hosted server lists the shared ones")
    @APIResponse(responseCode = "422", description = "A value out of its range")
    @APIResponse(responseCode = "503", description = "The storage cannot be read")
    public RunList runs(
            @QueryParam("experiment") String experiment,
            @QueryParam("machine") String machine,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("state") String state,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        RunSearch search = RunSearchReader.read(
                experiment, machine, from, to, state, page, size, mode == ServerMode.HOSTED);
        RunSearch.Page found = archive.search(search);
        return new RunList(search.page(), search.size(), found.total(), found.runs());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts a run; answers before anything is measured")
    @RequestBody(content = @Content(schema = @Schema(implementation = Run.Request.class)))
    @APIResponse(
            responseCode = "202", content = @Content(schema = @Schema(implementation = QueueEntrance.Accepted.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, an unknown field or a wrong type")
    @APIResponse(responseCode = "403", description = "Edited code, and the call may not run any")
    @APIResponse(responseCode = "404", description = "No such experiment, or no run to go on from")
    @APIResponse(responseCode = "409", description = "The run to go on from has not finished")
    @APIResponse(responseCode = "422", description = "A value out of its range, or an edit that does not compile")
    @APIResponse(responseCode = "429", description = "Too many requests; Retry-After says when to come back")
    @APIResponse(
            responseCode = "503",
            description = "The queue is full, and Retry-After says when to come back; or the server is read-only")
    public Response start(byte[] body, @Context HttpServerRequest request) throws InterruptedException {
        String visitor = entrance.visitor(request);
        RunRequest asked = request(body);
        PlannedRun planned = edited.run(asked, request, () -> asked.continues() == null
                ? planners.of(asked.machine()).plan(asked)
                : earlier.goOn(asked));
        RunDesk.Submission.Accepted accepted = entrance.submit(planned, visitor);
        if (accepted.fresh()) {
            meters.follow(accepted.run());
            archivist.follow(accepted.run());
        }
        return QueueEntrance.accepted(accepted.run(), request);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A run's state and, as far as it has come, its results")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Run.class)))
    public ObjectNode run(@PathParam("id") String id) {
        return answers.run(id);
    }

    @GET
    @Path("{id}/events")
    @Operation(summary = "A run's events so far: what the WebSocket of the same address sends as it happens")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunEvents.class)))
    @APIResponse(responseCode = "404", description = "No such run")
    @APIResponse(responseCode = "422", description = "after is not a whole number from 0 on")
    public RunEvents events(@PathParam("id") String id, @QueryParam("after") String after) {
        long last = RunEvents.after(after)
                .orElseThrow(() -> RunSearchReader.refused("after", after, "a whole number from 0"));
        return RunEvents.of(answers.events(id, last), last);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancels a run; answers when nothing of it is left")
    @APIResponse(responseCode = "204", description = "The run is cancelled")
    @APIResponse(
            responseCode = "200",
            description = "The run continues for others who requested the same; this visitor has left it",
            content = @Content(schema = @Schema(implementation = Left.class)))
    @APIResponse(responseCode = "403", description = "Somebody else started the run")
    @APIResponse(responseCode = "409", description = "The run has ended by itself")
    public Response cancel(@PathParam("id") String id, @Context HttpServerRequest request)
            throws InterruptedException {
        return switch (desk.cancel(id, clients.of(request))) {
            case CANCELLED -> Response.noContent().build();
            case LEFT_TO_OTHERS -> Response.ok(Left.TO_OTHERS).build();
            case UNKNOWN -> {
                RunState state = answers.storedState(id).orElseThrow(() -> ProblemException.unknown("run", id));
                if (state != RunState.CANCELLED) {
                    throw ended();
                }
                yield Response.noContent().build();
            }
            case TOO_LATE -> throw ended();
            case NOT_YOURS ->
                throw new ProblemException(403, "Only the person who started this run can cancel it.");
        };
    }

    @GET
    @Path("{id}/jmh.json")
    @Operation(summary = "A finished run in JMH's own result format")
    @APIResponse(responseCode = "409", description = "The run has not finished")
    public JsonNode jmh(@PathParam("id") String id) {
        return JmhJson.of(results.ofRun(id));
    }

    @GET
    @Path("{id}/result")
    @Operation(summary = "A finished run as a result, with the code as it was when measured; nothing is shared by this")
    @APIResponse(responseCode = "404", description = "No such run")
    @APIResponse(responseCode = "409", description = "The run has not finished")
    public JsonNode result(@PathParam("id") String id) {
        return results.ofRun(id);
    }

    private static RunRequest request(byte[] body) {
        RunRequest request = JsonBody.read(body, RunRequest.class);
        if (request.continues() == null) {
            JsonBody.required("experiment", request.experiment());
        }
        return request;
    }

    private static ProblemException ended() {
        return new ProblemException(409, "The run has already ended.");
    }
}
