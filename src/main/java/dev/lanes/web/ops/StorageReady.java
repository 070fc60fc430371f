package dev.lanes.web.ops;

import dev.lanes.run.ServerMode;
import dev.lanes.run.ServerRole;
import dev.lanes.store.RunArchive;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A hosted server is ready when its storage has been opened and results can be stored. On the visitor's own machine it
/// does without: runs are shown all the same, and the page says that they are not kept. A server that only measures
/// stores nothing.
@Readiness
record StorageReady(RunArchive archive, ServerMode mode, ServerRole role) implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        boolean needed = mode == ServerMode.HOSTED && role.answers();
        boolean stores = archive.open() && archive.working();
        return HealthCheckResponse.named("storage").status(!needed || stores).build();
    }
}
