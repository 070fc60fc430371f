package dev.lanes.web.machines;

import dev.lanes.event.Machine;
import dev.lanes.kind.Kinds;
import dev.lanes.kind.MachineKind;
import dev.lanes.web.document.CeilingsView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
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

    /// One kind of machine: an element of the protocol's `GET /api/machines`.
    record KindView(
            String kind, String label, List<Member> machines, int waiting, CeilingsView ceilings, String build) {

        /// @param machine null while it is not read
        /// @param state "idle", "measuring", "updating" or "away"
        record Member(String name, Machine machine, String state) {}

        static KindView of(MachineKind kind) {
            return new KindView(
                    kind.name(), kind.label(),
                    kind.machines().stream()
                            .map(one -> new Member(
                                    one.name(), one.machine(), one.state().name().toLowerCase(Locale.ROOT)))
                            .toList(),
                    kind.waiting(), CeilingsView.of(kind.ceilings()), kind.build());
        }
    }

    @GET
    @Operation(summary = "The kinds of machines, and what each machine does now; the first is for runs that name none")
    public List<KindView> machines() {
        return kinds.all().stream().map(KindView::of).toList();
    }
}
