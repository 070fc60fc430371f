package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Machine;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.Measurer;
import java.util.function.Consumer;

/// Measures as another does, while no ceilings are measured. It puts the machine beside every start, and what is known
/// of the ceilings into the plan and beside the verdict. It waits for the machine to be read before it begins, so that
/// nothing is measured meanwhile.
record OnThisMachine(Measurer measurer, MachineProbe probe, MachineCeilings ceilings) implements Measurer {

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        try {
            ceilings.runBegins();
        } catch (InterruptedException interruption) {
            ceilings.runEnded();
            Thread.currentThread().interrupt();
            return new RunEvent.Cancelled();
        }
        try {
            Ceilings known = ceilings.known().ceilings();
            PlannedRun under = new PlannedRun(planned.settings(), planned.plan().under(known));
            // A run is worth having without its card.
            Machine machine = probe.machine().orElse(null);
            RunEvent last =
                    measurer.measure(under, event -> events.accept(withMachine(event, machine)), cancellation);
            return last instanceof RunEvent.Finished finished ? finished.under(known) : last;
        } finally {
            ceilings.runEnded();
        }
    }

    private static RunEvent withMachine(RunEvent event, Machine machine) {
        return event instanceof RunEvent.Started started && started.machine() == null
                ? started.on(machine)
                : event;
    }
}
