package dev.lanes.web.ops;

import dev.lanes.process.MachineProbe;
import dev.lanes.run.ServerRole;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when a measuring process has been started and has told of the machine. Asking does not start
/// another, so that a probe disturbs no measurement; only where the last one failed is it tried again. A front has
/// none.
@Readiness
record WorkerReady(MachineProbe probe, ServerRole role) implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        if (!role.measures()) {
            return HealthCheckResponse.named("worker").up().build();
        }
        CompletableFuture<?> reading = probe.read();
        return HealthCheckResponse.named("worker")
                .status(reading.isDone() && !reading.isCompletedExceptionally())
                .build();
    }
}
