package dev.lanes.web.api;

import dev.lanes.annotation.Section;
import dev.lanes.guide.Guide;
import dev.lanes.web.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What there is to read.
@Path("/api/sections/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class GuideResource {
    private final Guide guide;

    GuideResource(Guide guide) {
        this.guide = guide;
    }

    /// @param html null where the section has no text
    record SectionPage(int number, String title, String headline, String lead, String html) {}

    @GET
    @Operation(summary = "One section with its text; `<lanes-card>` stands where an experiment belongs")
    public SectionPage section(@PathParam("number") String number) {
        Section section = Stream.of(Section.values())
                .filter(one -> Integer.toString(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> ProblemException.unknown("section", number));
        return new SectionPage(
                section.number(), section.title(), section.headline(),
                guide.outline(section).map(Guide.Outline::lead).orElse(""), guide.html(section).orElse(null));
    }
}
