package dev.lanes.web.workshop;

import dev.lanes.catalog.Catalog;
import dev.lanes.store.Sha256;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Whole files of which experiments show pieces.
@Path("/api/code")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editing")
class CodeResource {
    private static final int VERSION_LETTERS = 16;

    private final Catalog catalog;

    CodeResource(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @param version the same as long as the text is
    record CodeFile(String file, String text, String version) {}

    @GET
    @Operation(summary = "A whole source file, by the name that the pieces of a variant's code have")
    @APIResponse(responseCode = "404", description = "No experiment shows such a file")
    public CodeFile code(@QueryParam("file") String file) {
        String name = file == null ? "" : file;
        return catalog.file(name)
                .map(text -> new CodeFile(name, text, version(text)))
                .orElseThrow(() -> ProblemException.unknown("file", name));
    }

    private static String version(String text) {
        return HexFormat.of().formatHex(Sha256.of(text)).substring(0, VERSION_LETTERS);
    }
}
