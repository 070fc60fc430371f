package dev.lanes.engine;

import dev.lanes.run.EngineAwayException;
import java.time.Duration;

/// Something that is done again and again, on a thread of its own, until it is ended.
abstract class Repeated implements AutoCloseable {
    private final String trouble;
    private final Thread thread;
    private Duration pause = Duration.ZERO;
    private boolean woken;
    private volatile boolean ended;

    /// @param trouble to be logged if it fails, unless the engine is away
    Repeated(String thread, String trouble) {
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().daemon().name(thread).unstarted(this::work);
    }

    /// Does it once.
    ///
    /// @return the pause before it is done again
    abstract Duration once() throws InterruptedException;

    /// It failed, and is tried again after that pause.
    abstract Duration pauseAfterTrouble();

    void begin() {
        beginAfter(Duration.ZERO);
    }

    /// Begins with a pause.
    void beginAfter(Duration first) {
        pause = first;
        thread.start();
    }

    boolean working() {
        return thread.isAlive();
    }

    boolean ended() {
        return ended;
    }

    /// Ends the pause.
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /// Has it not done again.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    void interrupt() {
        thread.interrupt();
    }

    /// Waits until it is not done any more, but no longer than that.
    void await(Duration limit) {
        try {
            thread.join(limit);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!pausedUntilEnded()) {
                pause = tried();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration tried() throws InterruptedException {
        try {
            return once();
        } catch (InterruptedException interruption) {
            throw interruption;
        } catch (EngineAwayException away) {
            return pauseAfterTrouble();
        } catch (Throwable broken) {
            System.getLogger(getClass().getName()).log(System.Logger.Level.ERROR, trouble, broken);
            return pauseAfterTrouble();
        }
    }

    private synchronized boolean pausedUntilEnded() throws InterruptedException {
        if (!woken && !ended && pause.isPositive()) {
            wait(Math.max(1, pause.toMillis()));
        }
        woken = false;
        return ended;
    }
}
