package dev.lanes.process;

import dev.lanes.event.Problem;
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

    /// The same, except that an error in it is a failed run.
    default Measurer neverFailing() {
        return (planned, events, cancellation) -> {
            try {
                return measure(planned, events, cancellation);
            } catch (Throwable bug) {
                System.getLogger(Measurer.class.getName()).log(System.Logger.Level.ERROR, "A run failed", bug);
                return new RunEvent.Failed(
                        new Problem("The server failed", "An error in Lanes itself; the server's log says more."));
            }
        };
    }
}
