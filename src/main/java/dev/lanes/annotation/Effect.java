package dev.lanes.annotation;

/// What a claim says of its variant against the baseline.
public enum Effect {
    /// The variant is faster.
    HELPS,
    /// The variant is slower, or wrong where the check is [Agreement#COUNT].
    HURTS,
    /// The variant is not faster.
    NO_GAIN
}
