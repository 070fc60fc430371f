package dev.lanes.store;

import java.time.Instant;

/// A line of the list of runs.
///
/// @param experiment id
/// @param title of the experiment
/// @param endedAt null where the run has not ended, or it is not known when
/// @param machine the processor's name; null where it is not known
/// @param headline what came out, in words; null where nothing did
public record RunSummary(
        String id,
        String experiment,
        String title,
        String state,
        String effort,
        Instant createdAt,
        Instant endedAt,
        String machine,
        String headline) {
    /// The state of a run whose server ended before it did.
    public static final String INTERRUPTED = "INTERRUPTED";
}
