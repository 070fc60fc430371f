package dev.lanes.annotation;

/// The ways in which two outputs can agree. An output is a number or an array of numbers, nested as deep as need be.
public enum Agreement {
    /// Every number is the same.
    EQUAL,
    /// Every number is within the relative tolerance, measured against the largest number of the baseline's output.
    CLOSE,
    /// The numbers are counts that only go up: what the variant has less of than the baseline was lost.
    COUNT
}
