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

/// A run as those see it who wait for it, wherever it is measured: its numbered events, in a log that only grows, and
/// the [Run] that they make.
public abstract class RunLog {
    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<RunState> ended = new CompletableFuture<>();
    private final List<Entry> log = new ArrayList<>();
    private final Run asked;
    private Run known;
    private volatile long lastSeen = System.nanoTime();

    /// @param seq the event's number: from 1, without gaps
    public record Entry(long seq, Instant at, RunEvent event) {}

    /// @param asked the run before its first event
    protected RunLog(Run asked) {
        this.asked = asked;
        this.known = asked;
    }

    public synchronized String id() {
        return known.id();
    }

    public synchronized RunState state() {
        return known.state();
    }

    /// All that is known of it.
    public synchronized Run known() {
        return known;
    }

    /// The event after the one numbered `seq`, 0 for the first; empty if there is none yet.
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

    /// As [#watch], for the server itself: it is not somebody who waits for the run.
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    public void unfollow(Runnable follower) {
        followers.remove(follower);
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
    protected boolean unwatchedFor(Duration time) {
        return watchers.isEmpty() && System.nanoTime() - lastSeen > time.toNanos();
    }

    /// Whether the visitor asked for the run, even if they have left it to others since.
    public abstract boolean asked(String visitor);

    /// Told after the run has ended, on the thread that ended it.
    public CompletionStage<RunState> ended() {
        return ended.minimalCompletionStage();
    }

    /// Whether the run ends within that time.
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Adds what a look into the code of one of its cases has told, after its end: it is no event of the run.
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
