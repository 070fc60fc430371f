package dev.lanes.web;

import dev.lanes.catalog.Catalog;
import dev.lanes.picture.NoFontsException;
import dev.lanes.picture.Preview;
import dev.lanes.picture.PreviewPicture;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The pictures of link previews, drawn one at a time; the latest are remembered.
@Path("/api")
@Tag(name = "Results")
class PictureResource {
    private static final String PNG = "image/png";
    private static final int REMEMBERED = 32;

    private final Catalog catalog;
    private final Results results;
    private final LinkedHashMap<Preview, byte[]> drawn = new LinkedHashMap<>();

    PictureResource(Catalog catalog, Results results) {
        this.catalog = catalog;
        this.results = results;
    }

    @GET
    @Path("results/{id}/picture.png")
    @Produces(PNG)
    @Operation(summary = "A picture of a shared result, 1200 x 630, for previews of its link")
    @APIResponse(responseCode = "404", description = "No such result")
    @APIResponse(responseCode = "410", description = "It was deleted, or it has expired")
    public Response ofResult(@PathParam("id") String id) {
        return answer(ResultPreview.ofResult(results.find(id)));
    }

    @GET
    @Path("experiments/{id}/picture.png")
    @Produces(PNG)
    @Operation(summary = "A picture of an experiment, 1200 x 630, for previews of links to it")
    @APIResponse(responseCode = "404", description = "No such experiment")
    public Response ofExperiment(@PathParam("id") String id) {
        return answer(catalog.find(id)
                .map(ResultPreview::ofExperiment)
                .orElseThrow(() -> ProblemException.unknown("experiment", id)));
    }

    private Response answer(Preview preview) {
        try {
            return Response.ok(picture(preview), PNG).header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").build();
        } catch (NoFontsException nothingToDrawWith) {
            throw new ProblemException(
                    Problem.of(503, "Pictures cannot be drawn here: %s.".formatted(nothingToDrawWith.getMessage())));
        }
    }

    private synchronized byte[] picture(Preview preview) {
        byte[] picture = drawn.computeIfAbsent(preview, PreviewPicture::png);
        if (drawn.size() > REMEMBERED) {
            drawn.pollFirstEntry();
        }
        return picture;
    }
}
