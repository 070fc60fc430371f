package dev.lanes.web;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when results can be stored.
@Readiness
class StorageReady implements HealthCheck {
    private final StorageState storage;

    StorageReady(StorageState storage) {
        this.storage = storage;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage").status(storage.available()).build();
    }
}
