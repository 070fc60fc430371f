package dev.lanes.run;

import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A run that this server has in memory: a log of numbered events that only grows, the [Run] that they make, and those
/// who wait for it.
public final class LiveRun {
    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final String id;
    private final PlannedRun planned;
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<RunState> ended = new CompletableFuture<>();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private final Set<String> visitors = ConcurrentHashMap.newKeySet();
    private final Set<String> leavers = ConcurrentHashMap.newKeySet();
    private final List<Entry> log = new ArrayList<>();
    private Run known;
    private volatile long lastSeen = System.nanoTime();

    /// @param seq the event's number: from 1, without gaps
    public record Entry(long seq, Instant at, RunEvent event) {}

    LiveRun(String id, PlannedRun planned) {
        this.id = id;
        this.planned = planned;
        this.known = Run.asked(id, planned.settings(), planned.plan(), Instant.now());
    }

    public String id() {
        return id;
    }

    public PlannedRun planned() {
        return planned;
    }

    public synchronized RunState state() {
        return known.state();
    }

    /// The event after the one numbered `seq`, 0 for the first; empty where there is none yet.
    public synchronized Optional<Entry> after(long seq) {
        return seq < log.size() ? Optional.of(log.get((int) seq)) : Optional.empty();
    }

    /// Calls `watcher` whenever the log has grown, on the thread that made it grow: it must not block.
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
        seen();
    }

    /// Somebody looks at the run without watching it.
    public void seen() {
        seenAgainWithin(Duration.ZERO);
    }

    /// Somebody looks at the run who will come again within that time, and counts as a watcher until then.
    public synchronized void seenAgainWithin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        if (until - lastSeen > 0) {
            lastSeen = until;
        }
    }

    /// Whether nobody has watched the run or looked at it for that long.
    boolean unwatchedFor(Duration time) {
        return watchers.isEmpty() && System.nanoTime() - lastSeen > time.toNanos();
    }

    /// Those who asked for the run and have not left it; changed only under the lock of the queue.
    Set<String> visitors() {
        return visitors;
    }

    /// Those who asked for the run and left it to the others.
    Set<String> leavers() {
        return leavers;
    }

    public boolean asked(String visitor) {
        return visitors.contains(visitor) || leavers.contains(visitor);
    }

    /// Whether others still wait for the run when this visitor no longer does.
    boolean goesOnWithout(String visitor) {
        return !state().ended() && visitors.stream().anyMatch(other -> !other.equals(visitor));
    }

    /// Told after the run has ended, on the thread that ended it.
    public CompletionStage<RunState> ended() {
        return ended.minimalCompletionStage();
    }

    /// As [#watch], for the server itself: it is not somebody who waits for the run.
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /// Adds what a look into the code of one of its cases has told, after its end: it is no event of the run.
    public synchronized void looked(String key, MachineCode code, Profile profile) {
        known = known.looked(key, code, profile);
    }

    /// All that is known of it.
    public synchronized Run known() {
        return known;
    }

    /// Adds what happened to the log, unless the last event has been.
    void append(RunEvent happened) {
        RunEvent event;
        synchronized (this) {
            if (known.state().ended()) {
                return;
            }
            Instant now = Instant.now();
            event = happened instanceof RunEvent.Started started ? started.of(known) : happened;
            known = known.after(event, now);
            log.add(new Entry(known.lastSeq(), now, event));
        }
        if (event.last()) {
            end.countDown();
        }
        followers.forEach(this::tell);
        watchers.forEach(this::tell);
        if (event.last()) {
            ended.complete(state());
        }
    }

    /// Whatever goes wrong there: neither the others nor the thread that measures may suffer from it.
    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.ERROR, "A listener of run " + id + " failed", broken);
        }
    }

    /// Says where in the queue the run waits and how long that will take, unless the place is known.
    void announce(int position, double waitSeconds) {
        boolean known;
        synchronized (this) {
            known = !log.isEmpty()
                    && log.getLast().event() instanceof RunEvent.Queued queued
                    && queued.position() == position;
        }
        if (!known) {
            append(new RunEvent.Queued(position, waitSeconds));
        }
    }

    Cancellation cancellation() {
        return cancellation;
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What the run expects to take from here on, in seconds.
    synchronized double remainingSeconds() {
        for (Entry entry : log.reversed()) {
            if (entry.event() instanceof RunEvent.Progress progress) {
                return progress.remainingSeconds();
            }
        }
        return planned.estimateSeconds();
    }
}
