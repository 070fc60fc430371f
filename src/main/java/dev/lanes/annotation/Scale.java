package dev.lanes.annotation;

/// The spacing of the values that a control offers within a [Range].
public enum Scale {
    LINEAR,
    LOG2,
    LOG10
}
