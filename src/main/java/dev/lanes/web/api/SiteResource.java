package dev.lanes.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.event.EffortLevel;
import dev.lanes.kind.Kinds;
import dev.lanes.kind.MachineKind;
import dev.lanes.plan.RunPlanner;
import dev.lanes.run.RunDesk;
import dev.lanes.run.ServerMode;
import dev.lanes.store.RunArchive;
import dev.lanes.store.StoreConfig;
import dev.lanes.web.ops.AdminFile;
import dev.lanes.web.workshop.Workshop;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What kind of server this is, and how it is doing.
@Path("/api/site")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class SiteResource {
    private final ServerMode mode;
    private final AdminFile admin;
    private final RunPlanner planner;
    private final RunDesk desk;
    private final Kinds kinds;
    private final RunArchive archive;
    private final Workshop workshop;
    private final StoreConfig store;

    SiteResource(
            ServerMode mode, AdminFile admin, RunPlanner planner, RunDesk desk, Kinds kinds, RunArchive archive,
            Workshop workshop, StoreConfig store) {
        this.mode = mode;
        this.admin = admin;
        this.planner = planner;
        this.desk = desk;
        this.kinds = kinds;
        this.archive = archive;
        this.workshop = workshop;
        this.store = store;
    }

    /// `Site` of the protocol.
    ///
    /// @param notice null where there is none
    /// @param storage "ok" or "unavailable"
    /// @param sharedDays how long a shared result is kept; null for ever
    /// @param runDays how long a run is kept; null for ever
    /// @param busy whether a run asked for now would have to wait
    /// @param kinds of machines, in their order; left out if there is one machine only
    /// @param workshop whether code can be edited here
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SiteView(
            String mode,
            boolean readOnly,
            String notice,
            List<String> efforts,
            String storage,
            Integer sharedDays,
            Integer runDays,
            boolean busy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Kind> kinds,
            boolean workshop) {
        /// What a visitor chooses among; `GET /api/machines` tells more.
        record Kind(String kind, String label) {}
    }

    @GET
    @Operation(summary = "What this server allows, and how it is doing")
    public SiteView site() {
        AdminFile.Switches switches = admin.switches();
        return new SiteView(
                mode.name().toLowerCase(Locale.ROOT), switches.readOnly(), switches.notice(),
                planner.offer().efforts().stream().map(EffortLevel::id).toList(),
                archive.trouble().isEmpty() ? "ok" : "unavailable", store.sharedDays().orElse(null),
                store.runDays().orElse(null), desk.busy(), several(), workshop.isOpen());
    }

    private List<SiteView.Kind> several() {
        List<MachineKind> all = kinds.all();
        return all.size() == 1 && all.getFirst().machines().size() < 2
                ? List.of()
                : all.stream().map(kind -> new SiteView.Kind(kind.name(), kind.label())).toList();
    }
}
