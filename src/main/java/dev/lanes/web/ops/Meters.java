package dev.lanes.web.ops;

import dev.lanes.event.Run;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.web.live.Watchers;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// What `/q/metrics` tells of runs, the queue, watchers and refusals.
@ApplicationScoped
public class Meters {
    private static final int BEFORE_THE_GATE = -300;
    private static final int FIRST_REFUSAL = 400;

    private final MeterRegistry registry;

    Meters(MeterRegistry registry, RunDesk desk, Watchers watchers) {
        this.registry = registry;
        registry.gauge("lanes.queue.length", desk, RunDesk::waiting);
        registry.gauge("lanes.sockets", watchers, Watchers::count);
    }

    /// Counts the refusals of all calls of the API.
    void register(@Observes Router router) {
        router.route("/api/*").order(BEFORE_THE_GATE).handler(this::countRefusal);
    }

    /// Counts the run when it has ended.
    public void follow(RunLog run) {
        run.ended().thenRun(() -> count(run.known()));
    }

    private void count(Run run) {
        String experiment = run.request().experiment();
        registry.counter("lanes.runs", "state", run.state().name(), "experiment", experiment).increment();
        if (run.problem() != null) {
            registry.counter("lanes.run.failures", "problem", run.problem().title()).increment();
        }
        if (run.startedAt() != null) {
            registry.timer("lanes.queue.wait").record(Duration.between(run.createdAt(), run.startedAt()));
            registry.timer("lanes.run.time", "experiment", experiment)
                    .record(Duration.between(run.startedAt(), run.endedAt()));
        }
    }

    private void countRefusal(RoutingContext context) {
        context.addEndHandler(ended -> {
            int status = context.response().getStatusCode();
            if (status >= FIRST_REFUSAL) {
                registry.counter("lanes.refused", "status", String.valueOf(status)).increment();
            }
        });
        context.next();
    }
}
