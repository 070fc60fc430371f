package dev.lanes.run;

import dev.lanes.event.Machine;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.Measurer;
import java.util.function.Consumer;

/// Measures as another does and puts the machine beside every start. It waits for the machine to be read before it
/// begins, so that nothing is measured meanwhile.
record MachineAdding(Measurer measurer, MachineProbe probe) implements Measurer {

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        // A run is worth having without its card.
        Machine machine = probe.machine().orElse(null);
        return measurer.measure(planned, event -> events.accept(withMachine(event, machine)), cancellation);
    }

    private static RunEvent withMachine(RunEvent event, Machine machine) {
        return event instanceof RunEvent.Started started && started.machine() == null
                ? started.on(machine)
                : event;
    }
}
