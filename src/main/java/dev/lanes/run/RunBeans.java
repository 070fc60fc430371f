package dev.lanes.run;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Puts the plain classes together and ties them to the server's life.
@ApplicationScoped
class RunBeans {

    @Produces
    @Singleton
    Catalog catalog() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new Catalog(ExperimentClasses.listedByJmh(loader), Sources.ofTheApp(loader));
    }

    @Produces
    @Singleton
    WorkerCommand workerCommand() {
        return WorkerCommand.ofTheApp(Thread.currentThread().getContextClassLoader());
    }

    @Produces
    @Singleton
    RunPlanner planner(Catalog catalog) {
        return new RunPlanner(catalog, () -> ThreadLocalRandom.current().nextLong());
    }

    @Produces
    @Singleton
    MachineProbe machineProbe(WorkerCommand command) {
        return new MachineProbe(command);
    }

    @Produces
    @Singleton
    RunQueue queue(WorkerCommand command, RunConfig config) {
        Limits limits =
                new Limits(config.timeLimit(), config.timesEstimate(), config.silenceLimit(), config.events());
        WorkerMeasurer measurer = new WorkerMeasurer(command, limits);
        return RunQueue.open(measurer, () -> UUID.randomUUID().toString(), config.queue(), config.kept());
    }

    void begin(@Observes StartupEvent event, MachineProbe probe) {
        probe.read();
    }

    void end(@Observes ShutdownEvent event, RunQueue queue) {
        queue.close();
    }
}
