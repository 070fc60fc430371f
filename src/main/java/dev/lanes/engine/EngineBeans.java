package dev.lanes.engine;

import dev.lanes.kind.Build;
import dev.lanes.kind.KindMeters;
import dev.lanes.kind.Kinds;
import dev.lanes.kind.LocalKind;
import dev.lanes.process.Measurer;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunQueue;
import dev.lanes.run.ServerRole;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// Decides whether this server works alone or among several. Alone, none of the engine's classes is loaded.
@ApplicationScoped
class EngineBeans {
    /// Runs before other beans ask for the desk.
    private static final int EARLY = 100;
    /// Runs before the measuring process and the archive are closed.
    private static final int BEFORE_OTHERS = 1000;

    @Produces
    @Singleton
    Engine engine(EngineConfig config, ServerRole role, QueueRules rules, Vertx vertx, KindMeters meters) {
        return new Engine(config, vertx, Build.ofThisServer(), role, rules, meters);
    }

    @Produces
    @Singleton
    RunDesk desk(EngineConfig config, Instance<RunQueue> alone, Instance<Engine> engine) {
        return config.url().isEmpty() ? alone.get() : engine.get().desk();
    }

    @Produces
    @Singleton
    Kinds kinds(EngineConfig config, Instance<LocalKind> alone, Instance<Engine> engine) {
        if (config.url().isPresent()) {
            return engine.get().kinds();
        }
        LocalKind only = alone.get();
        return () -> List.of(only);
    }

    void begin(
            @Observes @Priority(EARLY) StartupEvent event, EngineConfig config, ServerRole role,
            Instance<Engine> engine, Instance<LocalKind> machine, Instance<Measurer> measurer) {
        config.check(role);
        if (config.url().isEmpty()) {
            return;
        }
        engine.get().answer();
        if (role.measures()) {
            engine.get().measure(machine.get(), measurer.get());
        }
    }

    void end(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent event, EngineConfig config, Instance<Engine> engine) {
        if (config.url().isPresent()) {
            engine.get().desk().close();
            engine.get().close();
        }
    }
}
