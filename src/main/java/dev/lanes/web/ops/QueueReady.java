package dev.lanes.web.ops;

import dev.lanes.run.RunQueue;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when the threads of its queue live: without them every run would wait for ever.
@Readiness
class QueueReady implements HealthCheck {
    private final RunQueue queue;

    QueueReady(RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue")
                .status(queue.working())
                .withData("waiting", queue.waiting())
                .build();
    }
}
