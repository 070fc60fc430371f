package dev.lanes.web.live;

import dev.lanes.web.document.EventLog;
import java.time.Duration;
import java.util.Optional;

/// A client's place in the log of a run. There is no queue: the next event is looked up when the one before has gone
/// out, so a slow client costs nothing but its own time.
///
/// Everything but [#check] happens on the connection's thread.
final class Watcher {
    static final int NORMAL = 1000;
    static final int TOO_SLOW = 4408;
    /// How many events may go out before other clients of the same thread get a turn.
    private static final int AT_ONCE = 200;

    private final EventLog log;
    private final Outlet outlet;
    private final Runnable wake;
    private long seq;
    private boolean pumping;
    private volatile State state = State.IDLE;
    private volatile long stateSince = System.nanoTime();

    private enum State {
        IDLE,
        SENDING,
        CLOSING
    }

    /// @param after number of the last event that the client has
    Watcher(EventLog log, Outlet outlet, long after) {
        this.log = log;
        this.outlet = outlet;
        this.seq = after;
        this.wake = () -> outlet.execute(this::pump);
    }

    void begin() {
        log.watch(wake);
        wake.run();
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

    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        for (int count = 0; state == State.IDLE && count < AT_ONCE; count++) {
            Optional<EventLog.Frame> next = log.after(seq);
            if (next.isPresent()) {
                seq = next.get().seq();
                enter(State.SENDING);
                outlet.send(next.get().text(), this::sent);
            } else if (log.ended() && log.after(seq).isEmpty()) {
                close(NORMAL, "the run has ended");
            } else {
                pumping = false;
                return;
            }
        }
        pumping = false;
        if (state == State.IDLE) {
            wake.run();
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
