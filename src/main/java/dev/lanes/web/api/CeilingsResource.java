package dev.lanes.web.api;

import dev.lanes.kind.Kinds;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.ServerMode;
import dev.lanes.web.document.CeilingsView;
import dev.lanes.web.http.Clients;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.http.Throttle;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the machine can do at most.
@Path("/api/machine/ceilings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class CeilingsResource {
    private final Kinds kinds;
    private final MachineCeilings ceilings;
    private final Throttle throttle;
    private final Clients clients;
    private final ServerMode mode;

    CeilingsResource(
            Kinds kinds, MachineCeilings ceilings, Throttle throttle, Clients clients, ServerMode mode) {
        this.kinds = kinds;
        this.ceilings = ceilings;
        this.throttle = throttle;
        this.clients = clients;
        this.mode = mode;
    }

    @GET
    @Operation(summary = "What the machine can do at most, as far as it was measured")
    @APIResponse(
            responseCode = "200", content = @Content(schema = @Schema(implementation = CeilingsView.class)))
    @APIResponse(responseCode = "422", description = "No such kind of machine")
    public CeilingsView ceilings(@QueryParam("machine") String machine) {
        return CeilingsView.of(kinds.named(machine).ceilings());
    }

    @POST
    @Operation(summary = "Measures the ceilings again; answers at once")
    @APIResponse(
            responseCode = "202", content = @Content(schema = @Schema(implementation = CeilingsView.class)))
    @APIResponse(responseCode = "403", description = "A hosted server measures them only by itself")
    @APIResponse(responseCode = "409", description = "A run or a measurement is going on, or measuring is switched off")
    @APIResponse(responseCode = "429", description = "Too many requests; Retry-After says when to come back")
    public Response measureAnew(@Context HttpServerRequest request) {
        throttle.enter(clients.of(request));
        if (mode == ServerMode.HOSTED) {
            throw new ProblemException(
                    403, "On this server, visitors cannot start this measurement; it runs by itself.");
        }
        return switch (ceilings.measureAnew()) {
            case ACCEPTED -> Response.accepted(CeilingsView.of(ceilings.known())).build();
            case BUSY -> throw new ProblemException(409, "A run is being measured. Try again when none is.");
            case UNDER_WAY -> throw new ProblemException(409, "The machine's peak is already being measured.");
            case SWITCHED_OFF -> throw new ProblemException(
                    409, "This server does not measure the machine's peak (lanes.ceilings=off).");
        };
    }
}
