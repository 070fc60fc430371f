package dev.lanes.process;

import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.plan.PlannedRun;
import java.util.function.Consumer;

/// Measures plans with edited code in processes of their own kind, and leaves all others to another measurer.
public final class EditMeasurer implements Measurer {
    private final Measurer usual;
    private final EditProcesses processes;
    private final Limits limits;

    public EditMeasurer(Measurer usual, EditProcesses processes, Limits limits) {
        this.usual = usual;
        this.processes = processes;
        this.limits = limits;
    }

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        Measurer measurer = planned.plan().edited() == null ? usual : new WorkerMeasurer(processes.workers(), limits);
        return measurer.measure(planned, events, cancellation);
    }
}
