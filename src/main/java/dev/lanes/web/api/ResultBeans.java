package dev.lanes.web.api;

import dev.lanes.process.MachineProbe;
import dev.lanes.run.ServerRole;
import dev.lanes.store.RecordedRuns;
import dev.lanes.store.RunArchive;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Results as the app carries them, and the start of the storage of others.
@ApplicationScoped
class ResultBeans {

    @Produces
    @Singleton
    RecordedRuns recorded() {
        return new RecordedRuns(Thread.currentThread().getContextClassLoader(), RecordedRuns.FOLDER);
    }

    /// At the start, the machine is read before the storage is opened: both want all processors, and a visitor needs
    /// the machine first.
    void begin(@Observes StartupEvent event, RunArchive archive, MachineProbe probe, ServerRole role) {
        switch (role) {
            case ALL -> probe.read().whenComplete((machine, problem) -> archive.begin());
            case FRONT -> archive.begin();
            case MEASURER -> {}
        }
    }
}
