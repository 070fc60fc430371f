package dev.lanes.web.machines;

import dev.lanes.kind.Kinds;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a visitor can have measured on.
@Path("/api/machines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class MachinesResource {
    private final Kinds kinds;

    MachinesResource(Kinds kinds) {
        this.kinds = kinds;
    }

    @GET
    @Operation(summary = "The kinds of machines, and what each machine does now; the first is for runs that name none")
    public List<KindView> machines() {
        return kinds.all().stream().map(KindView::of).toList();
    }
}
