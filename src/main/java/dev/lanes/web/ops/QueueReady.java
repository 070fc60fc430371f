package dev.lanes.web.ops;

import dev.lanes.run.RunDesk;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when the threads of its queue live, without which every run would wait for ever, and when the
/// engine answers that it shares with others.
@Readiness
record QueueReady(RunDesk desk) implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        Optional<String> trouble = desk.trouble();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("queue")
                .status(desk.working() && trouble.isEmpty())
                .withData("waiting", desk.waiting());
        trouble.ifPresent(words -> answer.withData("trouble", words));
        return answer.build();
    }
}
