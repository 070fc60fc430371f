package dev.lanes.web.api;

import dev.lanes.annotation.Section;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.guide.Guide;
import dev.lanes.kind.KindPlanners;
import dev.lanes.plan.RunPlanner;
import dev.lanes.web.document.ExperimentView;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What there is to try.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class CatalogResource {
    private final Catalog catalog;
    private final Guide guide;
    private final KindPlanners planners;

    CatalogResource(Catalog catalog, Guide guide, KindPlanners planners) {
        this.catalog = catalog;
        this.guide = guide;
        this.planners = planners;
    }

    record SectionView(int number, String title, String headline, String lead) {}

    @GET
    @Path("sections")
    @Operation(summary = "The ten sections of the guide, in order")
    public List<SectionView> sections() {
        return Stream.of(Section.values())
                .map(section -> new SectionView(
                        section.number(), section.title(), section.headline(),
                        guide.outline(section).map(Guide.Outline::lead).orElse("")))
                .toList();
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
}
