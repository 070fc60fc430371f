package dev.lanes.engine;

import dev.lanes.event.Events;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.run.FakeWorker;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A machine that measures nothing and tells events at a steady pace.
public final class SteadyMachine implements AutoCloseable {
    private static final Times TIMES = new Times(Duration.ofSeconds(45));

    private final Vertx vertx = Vertx.vertx();
    private final EngineLink link;
    private final EngineLink jobs;
    private final Measuring measuring;
    private final int events;
    private final long pauseNanos;

    /// @param build that of the fronts
    /// @param perSecond how many events a run has in a second
    public SteadyMachine(String url, String kind, String build, int events, int perSecond) {
        this.events = events;
        this.pauseNanos = 1_000_000_000L / perSecond;
        link = new EngineLink(vertx, url, TIMES.patience());
        jobs = new EngineLink(vertx, url, TIMES.patience());
        Keys keys = Keys.of(kind, build);
        Presence presence = new Presence(
                link, keys, "steady", () -> Site.card(FakeWorker.MACHINE),
                new EngineKinds.Kind(kind, "Steady", build), TIMES);
        measuring = new Measuring(link, jobs, keys, "steady", this::measure, presence, TIMES);
        measuring.begin();
    }

    private RunEvent measure(PlannedRun planned, Consumer<RunEvent> told, Cancellation cancellation) {
        List<String> keys = planned.plan().cases().stream().map(Plan.Case::key).toList();
        told.accept(new RunEvent.Started(keys, 1, FakeWorker.MACHINE, null));
        long next = System.nanoTime();
        for (int number = 1; number <= events && !cancellation.requested(); number++) {
            told.accept(new RunEvent.Sample(keys.getFirst(), RunEvent.Phase.MEASURE, 1, number, number, null));
            next += pauseNanos;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
        return Events.finished(null);
    }

    @Override
    public void close() {
        measuring.close();
        link.close();
        jobs.close();
        vertx.close();
    }
}
