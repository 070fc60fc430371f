package dev.lanes.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.store.ResultShelf;
import dev.lanes.store.StorageException;
import dev.lanes.web.document.JmhJson;
import dev.lanes.web.document.PackedResult;
import dev.lanes.web.document.Pictures;
import dev.lanes.web.document.ResultId;
import dev.lanes.web.document.ResultPreview;
import dev.lanes.web.document.Results;
import dev.lanes.web.http.JsonBody;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.http.RelativeAddress;
import dev.lanes.web.http.Throttle;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Results that visitors share: put there, looked at, taken away.
@Path("/api/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
class ResultResource {
    private static final String BEARER = "Bearer ";
    private static final long RETRY_AFTER_SECONDS = 5;

    private final Results results;
    private final ResultShelf shelf;
    private final Pictures pictures;
    private final Throttle throttle;

    ResultResource(Results results, ResultShelf shelf, Pictures pictures, Throttle throttle) {
        this.results = results;
        this.shelf = shelf;
        this.pictures = pictures;
        this.throttle = throttle;
    }

    record ShareRequest(String run) {}

    /// @param url of its page, relative to the address of this call
    /// @param secret takes the result away; null where it was shared before
    record Shared(String id, String url, Instant expiresAt, String secret) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shares the result of a finished run")
    @RequestBody(content = @Content(schema = @Schema(implementation = ShareRequest.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Shared.class)))
    @APIResponse(responseCode = "200", description = "The same result was shared before; no secret is given out")
    @APIResponse(responseCode = "404", description = "No such run")
    @APIResponse(responseCode = "409", description = "The run has not finished")
    @APIResponse(responseCode = "503", description = "Nothing can be stored now")
    public Response share(byte[] body, @Context HttpServerRequest request) throws InterruptedException {
        throttle.enter(request);
        String run = JsonBody.required("run", JsonBody.read(body, ShareRequest.class).run());
        ResultShelf.Shared shared;
        try {
            shared = results.share(run);
        } catch (StorageException away) {
            throw new ProblemException(
                    503, "The result cannot be stored now: %s. A link that holds the whole result needs no storage."
                            .formatted(away.getMessage()), RETRY_AFTER_SECONDS);
        }
        String url = RelativeAddress.of("/r/" + shared.id(), request);
        Response.ResponseBuilder answer = shared.secret() == null
                ? Response.ok()
                : Response.status(Response.Status.CREATED).header(
                        HttpHeaders.LOCATION, RelativeAddress.of("/api/results/" + shared.id(), request));
        return answer.entity(new Shared(shared.id(), url, shared.expiresAt(), shared.secret())).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A shared result with the code as it was when measured")
    @APIResponse(responseCode = "404", description = "No such result")
    @APIResponse(responseCode = "410", description = "It was deleted, or it has expired")
    public ObjectNode result(@PathParam("id") String id) {
        return results.find(id);
    }

    @GET
    @Path("{id}/jmh.json")
    @Operation(summary = "A shared result in JMH's own result format")
    @APIResponse(responseCode = "404", description = "No such result")
    @APIResponse(responseCode = "410", description = "It was deleted, or it has expired")
    public JsonNode jmh(@PathParam("id") String id) {
        return JmhJson.of(results.find(id));
    }

    record PackedRequest(String packed) {}

    @POST
    @Path("jmh.json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A result that is packed into a link, in JMH's own result format; nothing is stored")
    @RequestBody(content = @Content(schema = @Schema(implementation = PackedRequest.class)))
    @APIResponse(responseCode = "422", description = "It is not a packed result")
    public JsonNode jmhOfPacked(byte[] body) {
        PackedRequest request = JsonBody.read(body, PackedRequest.class);
        return JmhJson.of(PackedResult.unpack(JsonBody.required("packed", request.packed())));
    }

    @GET
    @Path("{id}/picture.png")
    @Produces(Pictures.PNG)
    @Operation(summary = "A picture of a shared result, 1200 x 630, for previews of its link")
    @APIResponse(responseCode = "404", description = "No such result")
    @APIResponse(responseCode = "410", description = "It was deleted, or it has expired")
    public Response picture(@PathParam("id") String id) {
        return pictures.answer(ResultPreview.ofResult(results.find(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a result; needs Authorization: Bearer and the secret that came when it was shared")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "403", description = "The secret is missing or wrong")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        boolean bearer = authorization != null && authorization.startsWith(BEARER);
        String secret = bearer ? authorization.substring(BEARER.length()).strip() : "";
        switch (ResultId.hasItsForm(id) ? shelf.remove(id, secret) : ResultShelf.Removal.UNKNOWN) {
            case REMOVED -> {}
            case UNKNOWN -> throw ProblemException.unknown("result", id);
            case WRONG_SECRET -> throw new ProblemException(403, bearer
                    ? "This is not the secret of the result."
                    : "Only the person who shared the result can delete it: send its secret as "
                            + "Authorization: Bearer <secret>.");
        }
    }
}
