package dev.lanes.stats.trust;

/// Where a case runs.
///
/// @param pooled whether it runs on a pool, be it one of its own
/// @param workers threads or carriers of the pool; 1 without one
/// @param usableCpus processors that the fork may use
/// @param cutShort whether the budget ended before the case had the forks it needed
/// @param claim what hangs on it
public record Place(boolean pooled, int workers, int usableCpus, boolean cutShort, OfClaim claim) {

    /// What a claim has to do with a case.
    public enum OfClaim {
        /// The claim is about other cases.
        NO,
        /// It is about this one, and cannot be told yet.
        OPEN,
        /// It is about this one, and can be told in spite of its interval.
        TOLD
    }
}
