package dev.lanes.event;

/// A number besides its time that a case tells of itself.
///
/// @param label what it counts, in a few words
/// @param unit the unit behind the number; empty where the label says it
public record Figure(String label, double value, String unit) {}
