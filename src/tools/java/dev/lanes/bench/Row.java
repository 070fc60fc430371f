package dev.lanes.bench;

/// A kernel and what it is held against: a line of the table.
///
/// @param id names it on the command line
/// @param kernel what is measured, in words
/// @param against what with, in words
/// @param unit of both rates
/// @param atLeast the ratio of rates that it must reach; null where nothing is demanded
/// @param aim the ratio that it should reach; null with the former
/// @param millis length of an iteration, at least a few calls long
record Row(String id, String kernel, String against, String unit, Double atLeast, Double aim, int millis, Side ours,
        Side rival) {

    /// A line of which nothing is demanded.
    static Row measuredOnly(
            String id, String kernel, String against, String unit, int millis, Side ours, Side rival) {
        return new Row(id, kernel, against, unit, null, null, millis, ours, rival);
    }
}
