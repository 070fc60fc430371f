package dev.lanes.web.page;

import dev.lanes.catalog.Catalog;
import dev.lanes.web.document.Pictures;
import dev.lanes.web.document.ResultPreview;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What links to experiments show of themselves elsewhere.
@Path("/api")
@Tag(name = "Catalogue")
class PictureResource {
    private final Catalog catalog;
    private final Pictures pictures;

    PictureResource(Catalog catalog, Pictures pictures) {
        this.catalog = catalog;
        this.pictures = pictures;
    }

    @GET
    @Path("experiments/{id}/picture.png")
    @Produces(Pictures.PNG)
    @Operation(summary = "A picture of an experiment, 1200 x 630, for previews of links to it")
    @APIResponse(responseCode = "404", description = "No such experiment")
    public Response ofExperiment(@PathParam("id") String id) {
        return pictures.answer(catalog.find(id)
                .map(ResultPreview::ofExperiment)
                .orElseThrow(() -> ProblemException.unknown("experiment", id)));
    }
}
