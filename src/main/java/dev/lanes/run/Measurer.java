package dev.lanes.run;

import dev.lanes.event.RunEvent;
import java.util.function.Consumer;

/// What carries out a plan.
@FunctionalInterface
interface Measurer {
    /// Measures until the end, whatever that is, and leaves nothing running behind.
    ///
    /// @param events takes every event but the last, as it happens
    /// @return the last event
    RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation);
}
