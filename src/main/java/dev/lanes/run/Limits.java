package dev.lanes.run;

import java.time.Duration;

/// How much a measuring process may take.
///
/// @param least the time every run may take, however short its estimate
/// @param timesEstimate how many times its estimate a run may take
/// @param silence the longest time without an event
/// @param events the largest number of events
record Limits(Duration least, double timesEstimate, Duration silence, int events) {

    /// The longest time the run may take in all.
    Duration total(PlannedRun planned) {
        Duration byEstimate = Duration.ofMillis((long) (planned.estimateSeconds() * timesEstimate * 1000));
        return byEstimate.compareTo(least) > 0 ? byEstimate : least;
    }
}
