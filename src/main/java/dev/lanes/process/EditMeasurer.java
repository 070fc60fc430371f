package dev.lanes.process;

import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.plan.PlannedRun;
import java.util.Optional;
import java.util.function.Consumer;

/// Measures plans with edited code in processes of their own kind, and leaves all others to another measurer.
public final class EditMeasurer implements Measurer {
    private final Measurer usual;
    private final Optional<EditProcesses> processes;
    private final Limits limits;

    /// @param processes empty on a server that measures for others, which runs no code of theirs
    public EditMeasurer(Measurer usual, Optional<EditProcesses> processes, Limits limits) {
        this.usual = usual;
        this.processes = processes;
        this.limits = limits;
    }

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        if (planned.plan().edited() == null) {
            return usual.measure(planned, events, cancellation);
        }
        return processes
                .map(own -> new WorkerMeasurer(own.workers(), limits).measure(planned, events, cancellation))
                .orElseGet(() -> new RunEvent.Failed(new Problem(
                        "Not measured", "This server measures no edited code: it works for others, too.")));
    }
}
