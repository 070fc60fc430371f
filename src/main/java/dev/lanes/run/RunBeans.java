package dev.lanes.run;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.data.DataFolder;
import dev.lanes.plan.Limits;
import dev.lanes.plan.OfferConfig;
import dev.lanes.plan.RequestCheck;
import dev.lanes.plan.RunPlanner;
import dev.lanes.process.EditProcesses;
import dev.lanes.process.Isolation;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.Measurer;
import dev.lanes.process.TempFolder;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerMeasurer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Puts the plain classes together and ties them to the server's life.
///
/// Settings are parameters, not a `@ConfigMapping`: the build would load that interface, and Maven may run on a Java
/// that cannot read the project's classes.
@ApplicationScoped
class RunBeans {
    /// For a process that only directs forks, which have flags of their own: with the quick compiler it starts sooner.
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    @Produces
    @Singleton
    Catalog catalog() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new Catalog(ExperimentClasses.listedByJmh(loader), Sources.ofTheApp(loader));
    }

    @Produces
    @Singleton
    WorkerCommand workerCommand(@ConfigProperty(name = "lanes.blas") Optional<String> blas, DataFolder folder) {
        WorkerCommand command = WorkerCommand.ofTheApp(Thread.currentThread().getContextClassLoader())
                .withLibrariesIn(folder.path().resolve("libraries"));
        return blas.map(command::withBlas).orElse(command);
    }

    @Produces
    @Singleton
    DataFolder dataFolder(@ConfigProperty(name = "lanes.data") Optional<String> folder) {
        return DataFolder.of(folder);
    }

    @Produces
    @Singleton
    RunPlanner planner(Catalog catalog, MachineProbe probe, Config config) {
        return new RunPlanner(
                catalog, () -> ThreadLocalRandom.current().nextLong(), probe::capacity,
                OfferConfig.read(config, catalog));
    }

    /// On a hosted server runs get the least that a process needs; on the visitor's own machine nothing is taken away.
    @Produces
    @Singleton
    Isolation isolation(ServerMode mode) {
        return switch (mode) {
            case LOCAL -> Isolation.none();
            case HOSTED -> Isolation.ofAHostedServer();
        };
    }

    @Produces
    @Singleton
    MachineProbe machineProbe(WorkerCommand command, Isolation isolation) {
        return new MachineProbe(command.behind(isolation));
    }

    @Produces
    @Singleton
    QueueRules rules(
            @ConfigProperty(name = "lanes.run.queue", defaultValue = "8") int queue,
            @ConfigProperty(name = "lanes.run.kept", defaultValue = "100") int kept,
            @ConfigProperty(name = "lanes.run.waiting-per-visitor", defaultValue = "1000") int waitingPerVisitor,
            @ConfigProperty(name = "lanes.run.unwatched", defaultValue = "PT0S") Duration unwatched,
            ServerMode mode) {
        return new QueueRules(queue, kept, mode == ServerMode.HOSTED, waitingPerVisitor, unwatched);
    }

    @Produces
    @Singleton
    Limits limits(
            @ConfigProperty(name = "lanes.run.hard-time-limit", defaultValue = "PT24H") Duration hardTimeLimit,
            @ConfigProperty(name = "lanes.run.time-limit", defaultValue = "PT5M") Duration timeLimit,
            @ConfigProperty(name = "lanes.run.times-estimate", defaultValue = "4") double timesEstimate,
            @ConfigProperty(name = "lanes.run.silence-limit", defaultValue = "PT1M") Duration silenceLimit,
            @ConfigProperty(name = "lanes.run.events", defaultValue = "100000") int events) {
        return new Limits(hardTimeLimit, timeLimit, timesEstimate, silenceLimit, events);
    }

    @Produces
    @Singleton
    ServerMode mode(@ConfigProperty(name = "lanes.mode", defaultValue = "local") String mode) {
        return choice("lanes.mode", mode, ServerMode.values());
    }

    @Produces
    @Singleton
    ServerRole role(@ConfigProperty(name = "lanes.role", defaultValue = "all") String role) {
        return choice("lanes.role", role, ServerRole.values());
    }

    @Produces
    @Singleton
    MachineCeilings ceilings(
            ServerRole role,
            WorkerCommand command,
            Isolation isolation,
            MachineProbe probe,
            DataFolder folder,
            @ConfigProperty(name = "lanes.ceilings", defaultValue = "idle") String when,
            @ConfigProperty(name = "lanes.ceilings.idle", defaultValue = "PT10S") Duration idle,
            @ConfigProperty(name = "lanes.ceilings.pause", defaultValue = "PT1M") Duration pause,
            @ConfigProperty(name = "lanes.ceilings.time-limit", defaultValue = "PT5M") Duration limit) {
        return new MachineCeilings(
                role.measures()
                        ? choice("lanes.ceilings", when, MachineCeilings.When.values())
                        : MachineCeilings.When.OFF,
                idle, pause, () -> probe.read().get(),
                new CeilingFile(folder),
                CeilingMeasuring.by(command.with(QUICK_TO_START).behind(isolation), limit).given(probe::capacity));
    }

    @Produces
    @Singleton
    WaitingWorker waitingWorker(
            WorkerCommand command, Isolation isolation,
            @ConfigProperty(name = "lanes.run.worker-ahead", defaultValue = "true") boolean ahead) {
        return new WaitingWorker(command.with(QUICK_TO_START).behind(isolation), ahead);
    }

    @Produces
    @Singleton
    EditProcesses editProcesses(
            WorkerCommand command,
            @ConfigProperty(name = "lanes.run.worker-ahead", defaultValue = "true") boolean ahead) {
        return new EditProcesses(command.with(QUICK_TO_START), ahead);
    }

    @Produces
    @Singleton
    Measurer measurer(
            WaitingWorker workers, EditProcesses edits, MachineProbe probe, MachineCeilings ceilings, Limits limits,
            ServerMode mode) {
        Measurer usual = new WorkerMeasurer(workers, limits);
        Measurer measurer = new OnThisMachine(
                (planned, events, cancellation) ->
                        (planned.plan().edited() == null ? usual : new WorkerMeasurer(edits.workers(), limits))
                                .measure(planned, events, cancellation),
                probe, ceilings);
        return switch (mode) {
            case LOCAL -> measurer;
            case HOSTED -> new PathHiding(measurer);
        };
    }

    /// The desk of a server that works alone.
    @Produces
    @Singleton
    @Typed(RunQueue.class)
    RunQueue queue(Measurer measurer, QueueRules rules) {
        return new RunQueue(measurer, () -> UUID.randomUUID().toString(), rules);
    }

    /// A setting that takes one of a few words.
    private static <T extends Enum<T>> T choice(String setting, String word, T[] all) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("%s may be %s, not %s".formatted(
                        setting,
                        RequestCheck.listed(
                                Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList()),
                        word)));
    }

    /// Reads the machine, then the catalogue, and starts a process that waits for the first run, while the server gets
    /// ready. At the same time they would keep each other waiting. The ceilings are measured later, by themselves. A
    /// front does none of this.
    ///
    /// @param planner knows what is offered: settings that make no sense end the start
    void begin(
            @Observes StartupEvent event, Catalog catalog, MachineProbe probe, MachineCeilings ceilings,
            RunPlanner planner, WaitingWorker workers, ServerRole role)
            throws IOException {
        if (!role.measures()) {
            return;
        }
        TempFolder.sweep(Path.of(System.getProperty("java.io.tmpdir")));
        probe.read().whenComplete((machine, problem) ->
                Thread.ofPlatform().daemon().name("lanes-begin").start(() -> {
                    catalog.experiments();
                    workers.prepare();
                }));
    }

    void end(
            @Observes ShutdownEvent event, RunDesk desk, WaitingWorker workers, EditProcesses edits,
            MachineCeilings ceilings) {
        desk.close();
        workers.close();
        edits.close();
        ceilings.close();
    }
}
