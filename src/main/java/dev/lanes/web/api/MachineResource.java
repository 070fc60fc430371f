package dev.lanes.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lanes.event.Machine;
import dev.lanes.kind.Kinds;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.ServerMode;
import dev.lanes.web.document.CeilingsView;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.http.Throttle;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What measures, and what it can do at most.
@Path("/api/machine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class MachineResource {
    private static final long RETRY_AFTER_SECONDS = 5;
    private static final int C1_WITHOUT_PROFILING = 1;
    private static final int C2 = 4;

    private final Kinds kinds;
    private final MachineCeilings ceilings;
    private final Throttle throttle;
    private final ServerMode mode;

    MachineResource(Kinds kinds, MachineCeilings ceilings, Throttle throttle, ServerMode mode) {
        this.kinds = kinds;
        this.ceilings = ceilings;
        this.throttle = throttle;
        this.mode = mode;
    }

    /// `Machine` of the protocol, with what could mislead about the server's own JVM.
    ///
    /// @param serverJit compilers of the server's JVM, which measures nothing
    /// @param mode "dev", "test" or "prod"
    record MachineView(@JsonUnwrapped Machine machine, String serverJit, String mode) {}

    @GET
    @Operation(summary = "The machine as the measuring process sees it")
    public MachineView machine(@QueryParam("machine") String kind) {
        return kinds.named(kind).machine()
                .map(machine -> new MachineView(machine, jitOfThisJvm(), LaunchMode.current().getDefaultProfile()))
                .orElseThrow(() -> new ProblemException(
                        503, "The machine could not be read; the server's log says why.", RETRY_AFTER_SECONDS));
    }

    @GET
    @Path("ceilings")
    @Operation(summary = "What the machine can do at most, as far as it was measured")
    @APIResponse(
            responseCode = "200", content = @Content(schema = @Schema(implementation = CeilingsView.class)))
    @APIResponse(responseCode = "422", description = "No such kind of machine")
    public CeilingsView ceilings(@QueryParam("machine") String machine) {
        return CeilingsView.of(kinds.named(machine).ceilings());
    }

    @POST
    @Path("ceilings")
    @Operation(summary = "Measures the ceilings again; answers at once")
    @APIResponse(
            responseCode = "202", content = @Content(schema = @Schema(implementation = CeilingsView.class)))
    @APIResponse(responseCode = "403", description = "A hosted server measures them only by itself")
    @APIResponse(responseCode = "409", description = "A run or a measurement is going on, or measuring is switched off")
    @APIResponse(responseCode = "429", description = "Too many requests; Retry-After says when to come back")
    public Response measureAnew(@Context HttpServerRequest request) {
        throttle.enter(request);
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

    /// Which JIT compilers the JVM of the server runs with.
    private static String jitOfThisJvm() {
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (System.getProperty("java.vm.info", "").contains("interpreted mode")) {
            return "none, interpreter only";
        }
        int tier = Integer.parseInt(hotSpot.getVMOption("TieredStopAtLevel").getValue());
        return tier >= C2 ? "C1 and C2" : tier >= C1_WITHOUT_PROFILING ? "C1 only" : "none, interpreter only";
    }
}
