package dev.lanes.run;

import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
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

/// The events of a run in this server's memory: a log that only grows, the [Run] that it makes, and those who wait.
public abstract class GrowingLog implements RunLog {
    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<RunState> ended = new CompletableFuture<>();
    private final List<Entry> log = new ArrayList<>();
    private final Run asked;
    private Run known;
    private volatile long lastSeen = System.nanoTime();

    /// @param asked the run before its first event
    protected GrowingLog(Run asked) {
        this.asked = asked;
        this.known = asked;
    }

    @Override
    public synchronized String id() {
        return known.id();
    }

    @Override
    public synchronized RunState state() {
        return known.state();
    }

    @Override
    public synchronized Run known() {
        return known;
    }

    @Override
    public synchronized Optional<Entry> after(long seq) {
        return seq < log.size() ? Optional.of(log.get((int) seq)) : Optional.empty();
    }

    @Override
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
        seen();
    }

    @Override
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    @Override
    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    @Override
    public void seen() {
        seenAgainWithin(Duration.ZERO);
    }

    @Override
    public synchronized void seenAgainWithin(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        if (until - lastSeen > 0) {
            lastSeen = until;
        }
    }

    /// Whether nobody has watched the run or looked at it for that long.
    protected boolean unwatchedFor(Duration time) {
        return watchers.isEmpty() && System.nanoTime() - lastSeen > time.toNanos();
    }

    @Override
    public CompletionStage<RunState> ended() {
        return ended.minimalCompletionStage();
    }

    /// Whether the run ends within that time.
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void looked(String key, MachineCode code, Profile profile) {
        known = known.looked(key, code, profile);
    }

    /// Adds what happened to the log, unless the last event has been.
    protected void append(RunEvent happened, Instant at) {
        RunEvent event;
        synchronized (this) {
            if (known.state().ended()) {
                return;
            }
            event = happened instanceof RunEvent.Started started && started.run() == null
                    ? started.of(known)
                    : happened;
            known = event instanceof RunEvent.Restarted ? asked.again(known.lastSeq() + 1) : known.after(event, at);
            log.add(new Entry(known.lastSeq(), at, event));
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
            LOG.log(System.Logger.Level.ERROR, "A listener of run " + id() + " failed", broken);
        }
    }

    /// The last event of that kind; empty if there is none.
    protected synchronized <E extends RunEvent> Optional<E> lastOf(Class<E> kind) {
        return log.reversed().stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
