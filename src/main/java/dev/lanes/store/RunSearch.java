package dev.lanes.store;

import java.time.Instant;
import java.util.List;

/// What is looked for among the runs, a page of it; null asks for nothing in particular.
///
/// @param experiment its id
/// @param machine part of the processor's name, in any case
/// @param from the earliest creation
/// @param before creation lies before this
/// @param page from 1
/// @param size runs on a page
/// @param sharedOnly whether only those count of which somebody has shared the result
public record RunSearch(
        String experiment, String machine, Instant from, Instant before, String state, int page, int size,
        boolean sharedOnly) {

    /// What was found, newest first.
    ///
    /// @param total how many there are on all pages
    public record Page(long total, List<RunSummary> runs) {}
}
