package dev.lanes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.event.Ceilings;
import dev.lanes.run.MachineCeilings;
import java.util.List;

/// `Ceilings` of the protocol.
///
/// @param problem why the last measuring failed
/// @param compute empty where nothing was measured yet, as is `bandwidth`
@JsonInclude(JsonInclude.Include.NON_NULL)
record CeilingsView(
        MachineCeilings.State state,
        String measuredAt,
        String jvm,
        dev.lanes.event.Problem problem,
        List<Ceilings.Compute> compute,
        List<Ceilings.Bandwidth> bandwidth) {

    static CeilingsView of(MachineCeilings.Known known) {
        Ceilings ceilings = known.ceilings();
        return ceilings == null
                ? new CeilingsView(known.state(), null, null, known.problem(), List.of(), List.of())
                : new CeilingsView(
                        known.state(), ceilings.measuredAt(), ceilings.jvm(), known.problem(), ceilings.compute(),
                        ceilings.bandwidth());
    }
}
