package dev.lanes.web.api;

import dev.lanes.annotation.Section;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.guide.Guide;
import dev.lanes.kind.KindPlanners;
import dev.lanes.plan.RunPlanner;
import dev.lanes.web.document.ExperimentView;
import dev.lanes.web.document.Pictures;
import dev.lanes.web.document.ResultPreview;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What there is to try.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class CatalogResource {
    private final Catalog catalog;
    private final Guide guide;
    private final KindPlanners planners;
    private final Pictures pictures;

    CatalogResource(Catalog catalog, Guide guide, KindPlanners planners, Pictures pictures) {
        this.catalog = catalog;
        this.guide = guide;
        this.planners = planners;
        this.pictures = pictures;
    }

    @GET
    @Path("experiments")
    @Operation(summary = "Every experiment, in the guide's order, without code")
    public List<ExperimentView> experiments(@QueryParam("machine") String machine) {
        RunPlanner planner = planners.of(machine);
        List<String> read = Stream.of(Section.values())
                .flatMap(section -> guide.outline(section).stream())
                .flatMap(outline -> outline.placed().stream())
                .toList();
        return catalog.experiments().stream()
                .sorted(Comparator.comparing(ExperimentCard::section).thenComparing(card -> place(read, card)))
                .map(card -> ExperimentView.withoutCode(card, planner))
                .toList();
    }

    /// Where the text places it; behind all others where it does not.
    private static int place(List<String> read, ExperimentCard card) {
        int place = read.indexOf(card.id());
        return place < 0 ? read.size() : place;
    }

    @GET
    @Path("experiments/{id}")
    @Operation(summary = "One experiment with the code of its variants")
    public ExperimentView experiment(@PathParam("id") String id, @QueryParam("machine") String machine) {
        RunPlanner planner = planners.of(machine);
        return catalog.find(id)
                .map(card -> ExperimentView.withCode(card, planner, catalog))
                .orElseThrow(() -> ProblemException.unknown("experiment", id));
    }

    @GET
    @Path("experiments/{id}/picture.png")
    @Produces(Pictures.PNG)
    @Operation(summary = "A picture of an experiment, 1200 x 630, for previews of links to it")
    @APIResponse(responseCode = "404", description = "No such experiment")
    public Response picture(@PathParam("id") String id) {
        return pictures.answer(catalog.find(id)
                .map(ResultPreview::ofExperiment)
                .orElseThrow(() -> ProblemException.unknown("experiment", id)));
    }
}
