package dev.lanes.web.api;

import dev.lanes.guide.Glossary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The words of the field.
@Path("/api/glossary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class GlossaryResource {
    private final Glossary glossary;

    GlossaryResource(Glossary glossary) {
        this.glossary = glossary;
    }

    @GET
    @Operation(summary = "Words with a short definition, and the experiment that shows each")
    public List<Glossary.Term> terms() {
        return glossary.terms();
    }
}
