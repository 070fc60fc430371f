package dev.lanes.web.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.catalog.Catalog;
import dev.lanes.event.edit.Edit;
import dev.lanes.store.Sha256;
import dev.lanes.web.http.JsonBody;
import dev.lanes.web.http.ProblemException;
import dev.lanes.workshop.CodeProblem;
import dev.lanes.workshop.Compiled;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Whole files of which experiments show pieces, whether they can be edited here, and what the compiler says of edits.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editing")
class WorkshopResource {
    private static final int VERSION_LETTERS = 16;

    private final Catalog catalog;
    private final Workshop workshop;
    private final WorkshopGate gate;
    private final EditCompiler compiler;
    private final HotReload reload;

    WorkshopResource(
            Catalog catalog, Workshop workshop, WorkshopGate gate, EditCompiler compiler, HotReload reload) {
        this.catalog = catalog;
        this.workshop = workshop;
        this.gate = gate;
        this.compiler = compiler;
        this.reload = reload;
    }

    /// @param version the same as long as the text is
    record CodeFile(String file, String text, String version) {}

    /// @param because the end of a sentence; null if it is open
    /// @param token for the header `Lanes-Workshop`; null unless it is open
    /// @param changed shown files that the last hot reload of dev mode has changed
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record WorkshopView(boolean open, String because, String token, List<HotReload.Changed> changed) {}

    /// @param experiment whose code it is; only to tell the page's own calls apart
    record CompilationRequest(String experiment, List<Edit> edits) {}

    record Compilation(boolean ok, List<CodeProblem> problems) {}

    @GET
    @Path("code")
    @Operation(summary = "A whole source file, by the name that the pieces of a variant's code have")
    @APIResponse(responseCode = "404", description = "No experiment shows such a file")
    public CodeFile code(@QueryParam("file") String file) {
        String name = file == null ? "" : file;
        String text = catalog.file(name).orElseThrow(() -> ProblemException.unknown("file", name));
        String version = HexFormat.of().formatHex(Sha256.of(text)).substring(0, VERSION_LETTERS);
        return new CodeFile(name, text, version);
    }

    @GET
    @Path("workshop")
    @Operation(summary = "Whether code can be edited here, and the token that it needs")
    @APIResponse(responseCode = "403", description = "The call does not come from this server's own page")
    public WorkshopView workshop(@Context HttpServerRequest request) {
        if (!workshop.isOpen()) {
            return new WorkshopView(false, workshop.closedBecause().orElseThrow(), null, List.of());
        }
        gate.enterForTheToken(request);
        return new WorkshopView(true, null, workshop.token(), reload.changed());
    }

    @POST
    @Path("compilations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Compiles edited files, and runs nothing of them")
    @RequestBody(content = @Content(schema = @Schema(implementation = CompilationRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Compilation.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, an unknown field or a wrong type")
    @APIResponse(
            responseCode = "403", description = "The call does not come from this server's own page, or has no token")
    @APIResponse(responseCode = "422", description = "No such file, a file twice, or too many of them")
    public Compilation compile(byte[] body, @Context HttpServerRequest request) throws InterruptedException {
        gate.enter(request);
        CompilationRequest asked = JsonBody.read(body, CompilationRequest.class);
        Compiled compiled = compiler.compile(JsonBody.required("edits", asked.edits()));
        return new Compilation(compiled.ok(), compiled.problems());
    }
}
