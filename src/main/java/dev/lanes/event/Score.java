package dev.lanes.event;

/// The time of one operation.
///
/// @param median the median of all measured iterations, in `unit`
/// @param low lower end of the interval that covers the true median with `confidence`
/// @param high upper end of that interval
/// @param unit always "ns/op"
/// @param confidence such as 0.95
/// @param samples measured iterations behind the figure
/// @param forks JVMs behind the figure
public record Score(double median, double low, double high, String unit, double confidence, int samples, int forks) {}
