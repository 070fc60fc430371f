package dev.lanes.web;

import dev.lanes.catalog.Catalog;
import dev.lanes.lab.Section;
import dev.lanes.run.RunPlanner;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    private final RunPlanner planner;

    CatalogResource(Catalog catalog, RunPlanner planner) {
        this.catalog = catalog;
        this.planner = planner;
    }

    record SectionView(int number, String title, String headline, String lead) {}

    @GET
    @Path("sections")
    @Operation(summary = "The ten sections of the guide, in order")
    public List<SectionView> sections() {
        return Stream.of(Section.values())
                .map(section ->
                        new SectionView(section.number(), section.title(), section.headline(), section.lead()))
                .toList();
    }

    @GET
    @Path("experiments")
    @Operation(summary = "Every experiment, in the guide's order, without code")
    public List<ExperimentView> experiments() {
        return catalog.experiments().stream()
                .map(card -> ExperimentView.withoutCode(card, planner))
                .toList();
    }

    @GET
    @Path("experiments/{id}")
    @Operation(summary = "One experiment with the code of its variants")
    public ExperimentView experiment(@PathParam("id") String id) {
        return catalog.find(id)
                .map(card -> ExperimentView.withCode(card, planner, catalog))
                .orElseThrow(() -> ProblemException.unknown("experiment", id));
    }
}
