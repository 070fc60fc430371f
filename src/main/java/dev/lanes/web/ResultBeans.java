package dev.lanes.web;

import dev.lanes.store.RecordedRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The recorded results as the app carries them.
@ApplicationScoped
class ResultBeans {

    @Produces
    @Singleton
    RecordedRuns recorded() {
        return new RecordedRuns(Thread.currentThread().getContextClassLoader(), RecordedRuns.FOLDER);
    }
}
