package dev.lanes.web.ops;

import dev.lanes.run.ServerMode;
import dev.lanes.store.RunArchive;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A hosted server is ready when its storage has been opened and results can be stored. On the visitor's own machine it
/// does without: runs are shown all the same, and the page says that they are not kept.
@Readiness
class StorageReady implements HealthCheck {
    private final RunArchive archive;
    private final ServerMode mode;

    StorageReady(RunArchive archive, ServerMode mode) {
        this.archive = archive;
        this.mode = mode;
    }

    @Override
    public HealthCheckResponse call() {
        boolean stores = archive.open() && archive.working();
        return HealthCheckResponse.named("storage").status(mode == ServerMode.LOCAL || stores).build();
    }
}
