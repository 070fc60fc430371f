package dev.lanes.web.ops;

import dev.lanes.catalog.Catalog;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when there is something to run.
@Readiness
record ExperimentsReady(Catalog catalog) implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        int count = catalog.size();
        return HealthCheckResponse.named("experiments").status(count > 0).withData("count", count).build();
    }
}
