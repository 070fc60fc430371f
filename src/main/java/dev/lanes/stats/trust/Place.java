package dev.lanes.stats.trust;

/// Where a case runs.
///
/// @param pooled whether it runs on a pool, be it one of its own
/// @param workers threads or carriers of the pool; 1 without one
/// @param usableCpus processors that the fork may use
/// @param cutShort whether the budget ended before the case had the forks it needed
public record Place(boolean pooled, int workers, int usableCpus, boolean cutShort) {}
