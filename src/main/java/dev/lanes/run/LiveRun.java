package dev.lanes.run;

import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A run in the queue of this server, which measures it itself.
final class LiveRun extends RunLog {
    private final PlannedRun planned;
    private final Cancellation cancellation = new Cancellation();
    private final Set<String> visitors = ConcurrentHashMap.newKeySet();
    private final Set<String> leavers = ConcurrentHashMap.newKeySet();

    LiveRun(String id, PlannedRun planned) {
        super(Run.asked(id, planned.settings(), planned.plan(), Instant.now()));
        this.planned = planned;
    }

    PlannedRun planned() {
        return planned;
    }

    /// Those who asked for the run and have not left it; changed only under the lock of the queue.
    Set<String> visitors() {
        return visitors;
    }

    /// Those who asked for the run and left it to the others.
    Set<String> leavers() {
        return leavers;
    }

    @Override
    public boolean asked(String visitor) {
        return visitors.contains(visitor) || leavers.contains(visitor);
    }

    /// Whether others still wait for the run when this visitor no longer does.
    boolean goesOnWithout(String visitor) {
        return !state().ended() && visitors.stream().anyMatch(other -> !other.equals(visitor));
    }

    void append(RunEvent happened) {
        append(happened, Instant.now());
    }

    /// Says where in the queue the run waits and how long that will take, unless the place is known.
    void announce(int position, double waitSeconds) {
        boolean known = lastOf(RunEvent.class)
                .filter(event -> event instanceof RunEvent.Queued queued && queued.position() == position)
                .isPresent();
        if (!known) {
            append(new RunEvent.Queued(position, waitSeconds));
        }
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /// What the run expects to take from here on, in seconds.
    double remainingSeconds() {
        return lastOf(RunEvent.Progress.class)
                .map(RunEvent.Progress::remainingSeconds)
                .orElse(planned.estimateSeconds());
    }
}
