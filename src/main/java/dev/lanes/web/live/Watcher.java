package dev.lanes.web.live;

import dev.lanes.web.document.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A client's place in the log of a run. There is no queue: the next event is looked up when the one before has gone
/// out, so a slow client costs nothing but its own time.
///
/// A client that takes batches gets what happens within about 100 ms in one frame: a frame costs more than what is in
/// it, and nobody reads a chart that moves more often.
///
/// Everything but [#check] and [#wake] happens on the connection's thread.
final class Watcher {
    static final int NORMAL = 1000;
    static final int TOO_SLOW = 4408;
    /// How many events may go out before other clients of the same thread get a turn.
    private static final int AT_ONCE = 200;
    private static final int LEAST_REST_MILLIS = 75;
    private static final int MOST_REST_MILLIS = 125;

    private final EventLog log;
    private final Outlet outlet;
    private final boolean batches;
    private final Runnable wake;
    private long seq;
    private boolean pumping;
    /// Whether a look at the log is due anyway.
    private volatile boolean resting;
    private volatile State state = State.IDLE;
    private volatile long stateSince = System.nanoTime();

    private enum State {
        IDLE,
        SENDING,
        CLOSING
    }

    /// @param after number of the last event that the client has
    /// @param batches whether a frame may hold several events
    Watcher(EventLog log, Outlet outlet, long after, boolean batches) {
        this.log = log;
        this.outlet = outlet;
        this.batches = batches;
        this.seq = after;
        this.wake = this::wake;
    }

    void begin() {
        log.watch(wake);
        wake();
    }

    void end() {
        log.unwatch(wake);
    }

    /// Closes the connection where an event has waited longer than `limit` to go out, and cuts it where closing takes
    /// longer than that again.
    void check(Duration limit) {
        if (System.nanoTime() - stateSince > limit.toNanos()) {
            switch (state) {
                case IDLE -> {}
                case SENDING -> close(TOO_SLOW, "too slow; come back with ?after");
                case CLOSING -> outlet.cut();
            }
        }
    }

    private void wake() {
        if (!resting) {
            outlet.execute(this::pump);
        }
    }

    private void pump() {
        if (pumping || resting) {
            return;
        }
        pumping = true;
        for (int count = 0; state == State.IDLE && !resting && count < AT_ONCE; count++) {
            List<EventLog.Frame> next = next();
            if (!next.isEmpty()) {
                EventLog.Frame frame = EventLog.Frame.together(next);
                seq = frame.seq();
                enter(State.SENDING);
                rest(next.size());
                outlet.send(frame.text(), this::sent);
            } else if (log.ended() && log.after(seq).isEmpty()) {
                close(NORMAL, "the run has ended");
            } else {
                pumping = false;
                return;
            }
        }
        pumping = false;
        if (state == State.IDLE && !resting) {
            wake();
        }
    }

    /// What goes out in the next frame.
    private List<EventLog.Frame> next() {
        List<EventLog.Frame> next = new ArrayList<>();
        Optional<EventLog.Frame> one = log.after(seq);
        while (one.isPresent()) {
            next.add(one.get());
            one = batches && next.size() < AT_ONCE ? log.after(one.get().seq()) : Optional.empty();
        }
        return next;
    }

    /// Waits for more to come together, unless there was so much that more is waiting already. Each watcher waits for a
    /// time of its own: they were woken by the same event, and would want their frames at the same moment ever after.
    private void rest(int sent) {
        if (batches && sent < AT_ONCE) {
            resting = true;
            outlet.execute(() -> {
                resting = false;
                pump();
            }, Duration.ofMillis(ThreadLocalRandom.current().nextInt(LEAST_REST_MILLIS, MOST_REST_MILLIS)));
        }
    }

    private void sent(boolean wentOut) {
        if (state != State.SENDING) {
            return;
        }
        if (wentOut) {
            enter(State.IDLE);
            pump();
        } else {
            close(NORMAL, "");
        }
    }

    private void close(int code, String reason) {
        enter(State.CLOSING);
        end();
        outlet.close(code, reason);
    }

    private void enter(State next) {
        stateSince = System.nanoTime();
        state = next;
    }
}
