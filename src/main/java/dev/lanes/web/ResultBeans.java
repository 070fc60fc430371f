package dev.lanes.web;

import dev.lanes.store.RecordedRuns;
import dev.lanes.store.RunArchive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Results as the app carries them, and whether others can be stored.
@ApplicationScoped
class ResultBeans {

    @Produces
    @Singleton
    RecordedRuns recorded() {
        return new RecordedRuns(Thread.currentThread().getContextClassLoader(), RecordedRuns.FOLDER);
    }

    @Produces
    @Singleton
    StorageState storage(RunArchive archive) {
        return () -> archive.trouble().isEmpty();
    }
}
