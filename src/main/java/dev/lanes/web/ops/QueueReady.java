package dev.lanes.web.ops;

import dev.lanes.run.RunDesk;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when the threads of its queue live: without them every run would wait for ever.
@Readiness
class QueueReady implements HealthCheck {
    private final RunDesk desk;

    QueueReady(RunDesk desk) {
        this.desk = desk;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue")
                .status(desk.working())
                .withData("waiting", desk.waiting())
                .build();
    }
}
