package dev.lanes.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.store.RecordedRuns;
import dev.lanes.web.document.CodeComparison;
import dev.lanes.web.document.Results;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Results from other machines that come with the product.
@Path("/api/recorded")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
class RecordedResource {
    private final RecordedRuns recorded;
    private final CodeComparison code;
    private final ObjectMapper json;

    RecordedResource(RecordedRuns recorded, CodeComparison code, ObjectMapper json) {
        this.recorded = recorded;
        this.code = code;
        this.json = json;
    }

    @GET
    @Operation(summary = "The machines that were recorded, each with its experiments")
    public JsonNode index() throws IOException {
        Optional<byte[]> index = recorded.index();
        return index.isPresent() ? json.readTree(index.get()) : json.createArrayNode();
    }

    @GET
    @Path("{machine}/{experiment}")
    @Operation(summary = "One recorded result")
    @APIResponse(responseCode = "404", description = "It was not recorded")
    public ObjectNode result(@PathParam("machine") String machine, @PathParam("experiment") String experiment)
            throws IOException {
        byte[] document = recorded.result(machine, experiment)
                .orElseThrow(() -> ProblemException.unknown("recorded result", machine + "/" + experiment));
        ObjectNode result = (ObjectNode) json.readTree(document);
        return result.put("codeChanged", code.changed(result.required("experiment")).orElse(null));
    }
}
