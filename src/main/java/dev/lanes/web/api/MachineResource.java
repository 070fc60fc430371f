package dev.lanes.web.api;

import dev.lanes.kind.Kinds;
import dev.lanes.web.http.ProblemException;
import io.quarkus.runtime.LaunchMode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What measures.
@Path("/api/machine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class MachineResource {
    private static final long RETRY_AFTER_SECONDS = 5;

    private final Kinds kinds;

    MachineResource(Kinds kinds) {
        this.kinds = kinds;
    }

    @GET
    @Operation(summary = "The machine as the measuring process sees it")
    public MachineView machine(@QueryParam("machine") String kind) {
        return kinds.named(kind).machine()
                .map(machine -> new MachineView(machine, JitOfThisJvm.name(), LaunchMode.current().getDefaultProfile()))
                .orElseThrow(() -> new ProblemException(
                        503, "The machine could not be read; the server's log says why.", RETRY_AFTER_SECONDS));
    }
}
