package dev.lanes.web.api;

import dev.lanes.process.MachineProbe;
import dev.lanes.web.http.Problem;
import dev.lanes.web.http.ProblemException;
import io.quarkus.runtime.LaunchMode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What measures.
@Path("/api/machine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class MachineResource {
    private static final System.Logger LOG = System.getLogger(MachineResource.class.getName());
    private static final long RETRY_AFTER_SECONDS = 5;

    private final MachineProbe probe;

    MachineResource(MachineProbe probe) {
        this.probe = probe;
    }

    @GET
    @Operation(summary = "The machine as the measuring process sees it")
    public MachineView machine() throws InterruptedException {
        try {
            return new MachineView(probe.read().get(), JitOfThisJvm.name(), mode());
        } catch (ExecutionException failure) {
            LOG.log(System.Logger.Level.WARNING, "The machine cannot be read", failure.getCause());
            throw new ProblemException(
                    Problem.of(503, "The machine could not be read; the server's log says why."), RETRY_AFTER_SECONDS);
        }
    }

    private static String mode() {
        return switch (LaunchMode.current()) {
            case NORMAL, RUN -> "prod";
            case DEVELOPMENT -> "dev";
            case TEST -> "test";
        };
    }
}
