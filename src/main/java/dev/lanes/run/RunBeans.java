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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    WorkerCommand workerCommand(@ConfigProperty(name = "lanes.blas") Optional<String> blas) {
        WorkerCommand command = WorkerCommand.ofTheApp(Thread.currentThread().getContextClassLoader());
        return blas.map(command::withBlas).orElse(command);
    }

    @Produces
    @Singleton
    RunPlanner planner(Catalog catalog, MachineProbe probe) {
        return new RunPlanner(catalog, () -> ThreadLocalRandom.current().nextLong(), probe::capacity);
    }

    @Produces
    @Singleton
    MachineProbe machineProbe(WorkerCommand command) {
        return new MachineProbe(command);
    }

    @Produces
    @Singleton
    RunConfig config(
            @ConfigProperty(name = "lanes.run.queue", defaultValue = "8") int queue,
            @ConfigProperty(name = "lanes.run.kept", defaultValue = "100") int kept,
            @ConfigProperty(name = "lanes.run.time-limit", defaultValue = "PT5M") Duration timeLimit,
            @ConfigProperty(name = "lanes.run.times-estimate", defaultValue = "4") double timesEstimate,
            @ConfigProperty(name = "lanes.run.silence-limit", defaultValue = "PT1M") Duration silenceLimit,
            @ConfigProperty(name = "lanes.run.events", defaultValue = "100000") int events) {
        return new RunConfig(queue, kept, new Limits(timeLimit, timesEstimate, silenceLimit, events));
    }

    @Produces
    @Singleton
    RunQueue queue(WorkerCommand command, MachineProbe probe, RunConfig config) {
        // The process only directs forks, which have flags of their own: the quick compiler lets it start sooner.
        WorkerCommand directing = command.with("-XX:TieredStopAtLevel=1");
        Measurer measurer = new MachineAdding(new WorkerMeasurer(directing, config.limits()), probe);
        return RunQueue.open(measurer, () -> UUID.randomUUID().toString(), config.queue(), config.kept());
    }

    /// Reads the catalogue and then the machine while the server gets ready, so that the first visitor finds both.
    void begin(@Observes StartupEvent event, Catalog catalog, MachineProbe probe) {
        Thread.ofPlatform().daemon().name("lanes-begin").start(() -> {
            catalog.experiments();
            probe.read();
        });
    }

    void end(@Observes ShutdownEvent event, RunQueue queue) {
        queue.close();
    }
}
