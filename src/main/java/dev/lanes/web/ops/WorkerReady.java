package dev.lanes.web.ops;

import dev.lanes.process.MachineProbe;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when a measuring process has been started and has told of the machine. Asking does not start
/// another, so that a probe disturbs no measurement; only where the last one failed is it tried again.
@Readiness
class WorkerReady implements HealthCheck {
    private final MachineProbe probe;

    WorkerReady(MachineProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        CompletableFuture<?> reading = probe.read();
        return HealthCheckResponse.named("worker")
                .status(reading.isDone() && !reading.isCompletedExceptionally())
                .build();
    }
}
