package dev.lanes.run;

import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.Measurer;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerMeasurer;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/// The server as it is, but that every case gets one fork and a few short iterations, whatever effort was asked for:
/// enough to see what it computes and how it is reported, too little to say how fast it is.
public class BriefRuns implements QuarkusTestProfile {
    private static final Plan.Effort BRIEF = Efforts.exactly(1, 2, 3, 50);

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(BriefQueue.class);
    }

    @Alternative
    @ApplicationScoped
    static class BriefQueue {
        @Produces
        @Singleton
        RunQueue queue(WorkerCommand command, MachineProbe probe, RunConfig config) {
            Measurer measurer = new MachineAdding(new WorkerMeasurer(new WaitingWorker(command, false), config.limits()), probe);
            return RunQueue.open(
                    (planned, events, cancellation) -> measurer.measure(brief(planned), events, cancellation),
                    () -> UUID.randomUUID().toString(),
                    config.rules());
        }

        private static PlannedRun brief(PlannedRun planned) {
            Plan plan = planned.plan();
            return new PlannedRun(planned.settings(), new Plan(
                    plan.experiment(), plan.params(), plan.cases(), BRIEF, plan.seed(), plan.heapBytes(),
                    plan.ceilings()));
        }
    }
}
