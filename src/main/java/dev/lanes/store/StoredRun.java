package dev.lanes.store;

/// A run as it is kept: its line in the list, and its documents, each UTF-8.
///
/// @param run the run as the API told it
/// @param experiment the experiment with its code, as it was when the run was asked for
/// @param events one frame of the live stream a line; null while the run goes on
public record StoredRun(RunSummary summary, byte[] run, byte[] experiment, byte[] events) {}
