package dev.lanes.pool;

/// What a worker is.
public enum PoolKind {
    /// A platform thread of a fixed pool: the operating system's own, given time slices.
    PLATFORM,
    /// A carrier: the platform thread under many virtual threads, one of which runs on it until it waits or ends.
    VIRTUAL
}
