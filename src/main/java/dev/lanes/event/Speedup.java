package dev.lanes.event;

/// The baseline's time divided by the case's time, with its 95 % interval: above 1 is faster.
public record Speedup(double value, double low, double high) {}
