package dev.lanes.web.api;

import dev.lanes.guide.Glossary;
import dev.lanes.guide.Guide;
import dev.lanes.guide.GuideFiles;
import dev.lanes.process.MachineProbe;
import dev.lanes.run.ServerRole;
import dev.lanes.store.RecordedRuns;
import dev.lanes.store.RunArchive;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Texts and results as the app carries them, and the start of the storage of others.
@ApplicationScoped
class ContentBeans {

    @Produces
    @Singleton
    Glossary glossary() {
        return new Glossary(GuideFiles.onClassPath(Thread.currentThread().getContextClassLoader(), "glossary"));
    }

    @Produces
    @Singleton
    Guide guide() {
        return new Guide(GuideFiles.onClassPath(Thread.currentThread().getContextClassLoader(), "guide"));
    }

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
