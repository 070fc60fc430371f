package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.RunEvent;
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
            return withCeilings(measurer.measure(under, events, cancellation), known);
        } finally {
            ceilings.runEnded();
        }
    }

    private static RunEvent withCeilings(RunEvent last, Ceilings known) {
        return last instanceof RunEvent.Finished finished
                ? new RunEvent.Finished(finished.verdict(), finished.fits(), finished.jvms(), known)
                : last;
    }
}
