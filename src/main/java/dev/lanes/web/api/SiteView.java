package dev.lanes.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

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
