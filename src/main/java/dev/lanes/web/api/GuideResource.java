package dev.lanes.web.api;

import dev.lanes.annotation.Section;
import dev.lanes.guide.Glossary;
import dev.lanes.guide.Guide;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What there is to read.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class GuideResource {
    private final Guide guide;
    private final Glossary glossary;

    GuideResource(Guide guide, Glossary glossary) {
        this.guide = guide;
        this.glossary = glossary;
    }

    record SectionView(int number, String title, String headline, String lead) {}

    /// @param html null where the section has no text
    record SectionPage(int number, String title, String headline, String lead, String html) {}

    @GET
    @Path("sections")
    @Operation(summary = "The ten sections of the guide, in order")
    public List<SectionView> sections() {
        return Stream.of(Section.values())
                .map(section -> new SectionView(
                        section.number(), section.title(), section.headline(), lead(section)))
                .toList();
    }

    @GET
    @Path("sections/{number}")
    @Operation(summary = "One section with its text; `<lanes-card>` stands where an experiment belongs")
    public SectionPage section(@PathParam("number") String number) {
        Section section = Guide.section(number).orElseThrow(() -> ProblemException.unknown("section", number));
        return new SectionPage(
                section.number(), section.title(), section.headline(), lead(section),
                guide.html(section).orElse(null));
    }

    @GET
    @Path("glossary")
    @Operation(summary = "Words with a short definition, and the experiment that shows each")
    public List<Glossary.Term> glossary() {
        return glossary.terms();
    }

    private String lead(Section section) {
        return guide.outline(section).map(Guide.Outline::lead).orElse("");
    }
}
