package dev.lanes.stats.trust;

/// Where a case runs.
///
/// @param pooled whether it runs on a pool, be it one of its own
/// @param workers threads or carriers of the pool; 1 without one
/// @param usableCpus processors that the fork may use
/// @param cutShort whether the budget ended before the case had the forks it needed
/// @param answers whether it is a case of the claim, and the claim can be told in spite of its interval
public record Place(boolean pooled, int workers, int usableCpus, boolean cutShort, boolean answers) {}
