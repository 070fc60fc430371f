package dev.lanes.web.api;

import dev.lanes.event.Plan;
import dev.lanes.event.edit.Edit;
import dev.lanes.kind.KindPlanners;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import dev.lanes.run.RunLog;
import dev.lanes.web.document.Looks;
import dev.lanes.web.http.JsonBody;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.workshop.EditedRuns;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Looks into the code of one variant: they wait in the same queue as runs, and are watched and cancelled like them.
@Path("/api/looks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
class LookResource {
    private final KindPlanners planners;
    private final QueueEntrance entrance;
    private final Looks looks;
    private final EditedRuns edited;

    LookResource(KindPlanners planners, QueueEntrance entrance, Looks looks, EditedRuns edited) {
        this.planners = planners;
        this.entrance = entrance;
        this.looks = looks;
        this.edited = edited;
    }

    /// What to look at.
    ///
    /// @param pool null if the variant has none
    /// @param workers null if the variant has no pool
    /// @param run the finished run to keep what is told with; null for none
    /// @param machine the kind of machine to look on; null for the first
    /// @param edits files that the visitor has changed; null for the original
    record LookRequest(
            String experiment, Map<String, BigDecimal> params, String variant, String pool, BigDecimal workers,
            String run, String machine, List<Edit> edits) {
        RunRequest asRun(String effort) {
            return new RunRequest(
                    JsonBody.required("experiment", experiment), params,
                    List.of(JsonBody.required("variant", variant)), pool == null ? null : List.of(pool),
                    workers == null ? null : List.of(workers), effort, null, null, machine, null, null, null);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks for the machine code and the profile of a variant; answers at once")
    @RequestBody(content = @Content(schema = @Schema(implementation = LookRequest.class)))
    @APIResponse(
            responseCode = "202", content = @Content(schema = @Schema(implementation = QueueEntrance.Accepted.class)))
    @APIResponse(responseCode = "403", description = "Edited code, and the call may not run any")
    @APIResponse(responseCode = "404", description = "No such experiment")
    @APIResponse(responseCode = "422", description = "A value out of its range, or a pool or workers are missing")
    @APIResponse(responseCode = "429", description = "Too many requests; Retry-After says when to come back")
    @APIResponse(responseCode = "503", description = "The queue is full, or the server is read-only")
    public Response look(byte[] body, @Context HttpServerRequest request) throws InterruptedException {
        String visitor = entrance.visitor(request);
        LookRequest asked = JsonBody.read(body, LookRequest.class);
        RunPlanner planner = planners.of(asked.machine());
        PlannedRun planned = edited.look(
                        asked.edits(), request,
                        () -> planner.plan(asked.asRun(planner.offer().efforts().getFirst().id())))
                .asLook();
        if (planned.plan().cases().size() != 1) {
            Plan.Pool first = planned.plan().cases().getFirst().pool();
            throw new ProblemException(
                    422,
                    "A look shows one case: %s needs a pool, such as %s, and a number of workers.".formatted(
                            planned.settings().variants().getFirst(), first.id()),
                    asked.pool() == null ? "pool" : "workers");
        }
        RunLog look = entrance.submit(planned, visitor).run();
        if (asked.run() != null) {
            looks.keep(look, asked.run(), visitor);
        }
        return QueueEntrance.accepted(look, request);
    }
}
