package dev.lanes.web;

import dev.lanes.run.ServerMode;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A hosted server is ready when results can be stored. On the visitor's own machine it does without: runs are shown
/// all the same, and the page says that they are not kept.
@Readiness
class StorageReady implements HealthCheck {
    private final StorageState storage;
    private final ServerMode mode;

    StorageReady(StorageState storage, ServerMode mode) {
        this.storage = storage;
        this.mode = mode;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage").status(mode == ServerMode.LOCAL || storage.available()).build();
    }
}
