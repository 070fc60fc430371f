package dev.lanes.process;

import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import java.util.function.Consumer;

/// What carries out a plan.
@FunctionalInterface
public interface Measurer {
    /// Measures until the end, whatever that is, and leaves nothing running behind.
    ///
    /// @param events takes every event but the last, as it happens
    /// @return the last event
    RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation);
}
