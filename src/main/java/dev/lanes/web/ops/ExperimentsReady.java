package dev.lanes.web.ops;

import dev.lanes.catalog.Catalog;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when there is something to run.
@Readiness
class ExperimentsReady implements HealthCheck {
    private final Catalog catalog;

    ExperimentsReady(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public HealthCheckResponse call() {
        int count = catalog.size();
        return HealthCheckResponse.named("experiments").status(count > 0).withData("count", count).build();
    }
}
