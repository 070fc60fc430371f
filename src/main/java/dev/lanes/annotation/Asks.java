package dev.lanes.annotation;

/// What the question of a card asks for, which decides how its answer begins.
public enum Asks {
    /// A figure: no yes or no.
    HOW_MUCH,
    /// Whether it is faster.
    FASTER,
    /// Whether nothing is gained.
    NO_FASTER,
    /// Whether the claim is true.
    THE_CLAIM,
    /// Whether the output stays the same.
    SAME_OUTPUT
}
