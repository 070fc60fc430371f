package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Machine;
import dev.lanes.event.Problem;
import dev.lanes.process.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What is known of the machine's ceilings, and the thread that has them measured: once per machine and JVM, when the
/// server has been idle for a while, and never while a run is measured. A run that comes meanwhile ends the measuring,
/// which is tried again when the server is idle. So is one whose figures cannot be right, after pauses that grow.
public final class MachineCeilings implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MachineCeilings.class.getName());

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Problem UNREADABLE = new Problem(
            "The machine cannot be read", "The measuring process failed; the server's log says why.");
    private static final Problem BUG = new Problem(
            "The machine's peak could not be measured", "An error in Lanes itself; the server's log says more.");

    private final When when;
    private final Duration idle;
    private final Duration firstPause;
    private final Callable<Machine> machine;
    private final CeilingFile file;
    private final CeilingMeasuring measuring;
    private final Thread thread = Thread.ofPlatform().daemon().name("lanes-ceilings").unstarted(this::work);

    private Ceilings known;
    private Problem problem;
    private boolean wanted;
    private boolean asked;
    private boolean closed;
    private int runs;
    private long idleSince = System.nanoTime();
    private Duration pause = Duration.ZERO;
    private long pausedSince;
    private Instant again;
    private Cancellation current;

    /// When ceilings are measured.
    public enum When {
        /// By themselves where they are not known, and when somebody asks.
        IDLE,
        /// When somebody asks.
        ASKED,
        /// Never; what a file has of them is not looked at either.
        OFF
    }

    /// What is known.
    public enum State {
        NONE,
        MEASURING,
        MEASURED,
        FAILED
    }

    /// @param ceilings the last that were measured; null where none were
    /// @param problem why the last measuring failed; null where it did not
    /// @param again when it is tried again by itself, if no run is measured then; null where it is not
    public record Known(State state, Ceilings ceilings, Problem problem, Instant again) {}

    /// What became of the wish to measure anew.
    public enum Asking {
        ACCEPTED,
        /// A run is measured or waits.
        BUSY,
        /// They are being measured, or about to be.
        UNDER_WAY,
        SWITCHED_OFF
    }

    /// @param idle how long no run must have been measured before ceilings are, unless somebody asked for them
    /// @param firstPause how long after a doubtful measuring the next is; each that follows waits twice as long, but no
    ///     more than an hour
    /// @param machine tells the machine, however long that takes
    MachineCeilings(
            When when, Duration idle, Duration firstPause, Callable<Machine> machine, CeilingFile file,
            CeilingMeasuring measuring) {
        this.when = when;
        this.idle = idle;
        this.firstPause = firstPause;
        this.machine = machine;
        this.file = file;
        this.measuring = measuring;
        if (when != When.OFF) {
            thread.start();
        }
    }

    public synchronized Known known() {
        State state = current != null || asked ? State.MEASURING
                : problem != null ? State.FAILED
                : known != null ? State.MEASURED : State.NONE;
        return new Known(state, known, problem, state == State.FAILED ? again : null);
    }

    /// Has them measured at once, whether they are known or not.
    public synchronized Asking measureAnew() {
        if (when == When.OFF || closed) {
            return Asking.SWITCHED_OFF;
        }
        if (runs > 0) {
            return Asking.BUSY;
        }
        if (current != null || asked) {
            return Asking.UNDER_WAY;
        }
        asked = true;
        notifyAll();
        return Asking.ACCEPTED;
    }

    /// Ends a measuring that goes on, and lets none begin before [#runEnded]; returns when nothing of it is left.
    synchronized void runBegins() throws InterruptedException {
        runs++;
        if (current != null) {
            current.request();
            while (current != null) {
                wait();
            }
        }
    }

    synchronized void runEnded() {
        runs--;
        idleSince = System.nanoTime();
        notifyAll();
    }

    /// Ends a measuring that goes on, and returns when nothing of it is left.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (current != null) {
                current.request();
            } else {
                thread.interrupt();
            }
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Machine here = readMachine();
            if (here != null) {
                recall(file.find(here));
            }
            for (Cancellation end = here == null ? null : next(); end != null; end = next()) {
                CeilingMeasuring.Outcome outcome = outcome(end);
                if (take(end, outcome) instanceof CeilingMeasuring.Outcome.Measured measured) {
                    keep(here, measured.ceilings());
                }
            }
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads it again, as measuring is tried again, until it can be read; null when all is over.
    private Machine readMachine() throws InterruptedException {
        while (true) {
            try {
                return machine.call();
            } catch (InterruptedException shutDown) {
                throw shutDown;
            } catch (Throwable unreadable) {
                LOG.log(System.Logger.Level.WARNING, "The machine cannot be read", unreadable);
                take(new Cancellation(), new CeilingMeasuring.Outcome.Doubtful(UNREADABLE));
            }
            if (next() == null) {
                return null;
            }
            letRunsBegin();
        }
    }

    private CeilingMeasuring.Outcome outcome(Cancellation end) {
        try {
            return measuring.measure(end);
        } catch (Throwable bug) {
            LOG.log(System.Logger.Level.ERROR, "The ceilings could not be measured", bug);
            return new CeilingMeasuring.Outcome.Failed(BUG);
        }
    }

    private void keep(Machine here, Ceilings measured) {
        try {
            file.keep(here, measured);
        } catch (Throwable bug) {
            LOG.log(System.Logger.Level.ERROR, "The ceilings could not be kept", bug);
        }
    }

    private synchronized void recall(Optional<Ceilings> kept) {
        known = kept.orElse(null);
        problem = null;
        wanted = known == null && when == When.IDLE;
        goOnAtOnce();
    }

    private synchronized void letRunsBegin() {
        current = null;
        notifyAll();
    }

    /// Waits until it is time to measure; null when all is over.
    private synchronized Cancellation next() throws InterruptedException {
        while (!closed) {
            long left = Math.max(left(idle, idleSince), left(pause, pausedSince));
            if (runs > 0 || !wanted && !asked) {
                wait();
            } else if (!asked && left > 0) {
                wait(left);
            } else {
                asked = false;
                current = new Cancellation();
                return current;
            }
        }
        return null;
    }

    private static long left(Duration wait, long since) {
        return wait.toMillis() - (System.nanoTime() - since) / 1_000_000;
    }

    /// A measuring that was ended is wanted again; one that failed would only fail again.
    ///
    /// @return the outcome that counts
    private synchronized CeilingMeasuring.Outcome take(Cancellation end, CeilingMeasuring.Outcome outcome) {
        letRunsBegin();
        idleSince = System.nanoTime();
        CeilingMeasuring.Outcome counts = end.requested() ? new CeilingMeasuring.Outcome.Ended() : outcome;
        switch (counts) {
            case CeilingMeasuring.Outcome.Measured measured -> {
                known = measured.ceilings();
                problem = null;
                wanted = false;
                goOnAtOnce();
            }
            case CeilingMeasuring.Outcome.Failed failed -> {
                problem = failed.problem();
                wanted = false;
                goOnAtOnce();
                LOG.log(System.Logger.Level.WARNING, problem.title() + ": " + problem.detail());
            }
            case CeilingMeasuring.Outcome.Doubtful doubtful -> {
                problem = doubtful.problem();
                wanted = when == When.IDLE;
                goOnLater();
                LOG.log(System.Logger.Level.INFO, problem.title() + ": " + problem.detail());
            }
            case CeilingMeasuring.Outcome.Ended ended -> wanted = true;
        }
        return counts;
    }

    private void goOnAtOnce() {
        pause = Duration.ZERO;
        again = null;
    }

    private void goOnLater() {
        Duration next = pause.isZero() ? firstPause : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        pausedSince = System.nanoTime();
        again = wanted ? Instant.now().plus(pause) : null;
    }
}
