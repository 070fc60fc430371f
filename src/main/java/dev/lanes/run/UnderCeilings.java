package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.Measurer;
import java.util.function.Consumer;

/// Measures as another does, while no ceilings are measured, and puts what is known of them into the plan and beside
/// the verdict.
record UnderCeilings(Measurer measurer, MachineCeilings ceilings) implements Measurer {

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
            RunEvent last = measurer.measure(under, events, cancellation);
            return last instanceof RunEvent.Finished finished ? finished.under(known) : last;
        } finally {
            ceilings.runEnded();
        }
    }
}
