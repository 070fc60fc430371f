package dev.lanes.web.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.event.Ceilings;
import dev.lanes.run.MachineCeilings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `Ceilings` of the protocol.
///
/// @param problem why the last measuring failed
/// @param again when it is measured again by itself after that
/// @param compute empty where nothing was measured yet, as is `bandwidth`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CeilingsView(
        MachineCeilings.State state,
        String measuredAt,
        String jvm,
        dev.lanes.event.Problem problem,
        Instant again,
        List<Ceilings.Compute> compute,
        List<Ceilings.Bandwidth> bandwidth) {

    public static CeilingsView of(MachineCeilings.Known known) {
        Ceilings ceilings = Optional.ofNullable(known.ceilings())
                .orElse(new Ceilings(null, null, List.of(), List.of()));
        return new CeilingsView(
                known.state(), ceilings.measuredAt(), ceilings.jvm(), known.problem(), known.again(),
                ceilings.compute(), ceilings.bandwidth());
    }
}
