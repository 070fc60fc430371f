package dev.lanes.plan;

import java.time.Duration;

/// How much a measuring process may take.
///
/// @param most the time that no run may exceed, however long its estimate
/// @param least the time every run may take, however short its estimate
/// @param timesEstimate how many times its estimate a run may take
/// @param silence the longest time without an event
/// @param events the largest number of events
public record Limits(Duration most, Duration least, double timesEstimate, Duration silence, int events) {
    /// Longer than any run.
    public static final Duration UNLIMITED = Duration.ofDays(1);

    /// The longest time the run may take in all.
    public Duration total(PlannedRun planned) {
        Duration byEstimate = Duration.ofMillis((long) (planned.estimateSeconds() * timesEstimate * 1000));
        Duration wanted = byEstimate.compareTo(least) > 0 ? byEstimate : least;
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
