package dev.lanes.run;

import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The runs there are: a bounded number waiting, one being measured, a bounded number ended. All of it is in memory.
public final class RunQueue implements AutoCloseable {
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(20);

    private final Measurer measurer;
    private final Supplier<String> ids;
    private final int capacity;
    private final int kept;
    private final Map<String, Run> runs = new HashMap<>();
    private final Deque<Run> waiting = new ArrayDeque<>();
    private final Deque<Run> ended = new ArrayDeque<>();
    private final Thread thread = new Thread(this::work, "lanes-runs");
    private Run running;
    private boolean closed;

    /// What became of a planned run.
    public sealed interface Submission {
        record Accepted(Run run) implements Submission {}

        /// As many runs wait as may.
        record Full(long retryAfterSeconds) implements Submission {}
    }

    /// What became of the wish to cancel.
    public enum Cancelling {
        UNKNOWN,
        CANCELLED,
        /// It had finished or failed before.
        TOO_LATE
    }

    private RunQueue(Measurer measurer, Supplier<String> ids, int capacity, int kept) {
        this.measurer = measurer;
        this.ids = ids;
        this.capacity = capacity;
        this.kept = kept;
    }

    /// @param capacity how many runs may wait
    /// @param kept how many ended runs are remembered, the latest
    static RunQueue open(Measurer measurer, Supplier<String> ids, int capacity, int kept) {
        RunQueue queue = new RunQueue(measurer, ids, capacity, kept);
        queue.thread.setDaemon(true);
        queue.thread.start();
        return queue;
    }

    public synchronized Submission submit(PlannedRun planned) {
        if (closed || waiting.size() >= capacity) {
            double seconds = running == null ? 1 : running.remainingSeconds();
            return new Submission.Full((long) Math.max(1, Math.ceil(seconds)));
        }
        Run run = new Run(ids.get(), planned);
        runs.put(run.id(), run);
        waiting.add(run);
        run.announce(waiting.size());
        notifyAll();
        return new Submission.Accepted(run);
    }

    public synchronized Optional<Run> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /// Cancels the run and waits until nothing of it is left.
    public Cancelling cancel(String id) throws InterruptedException {
        Run run;
        synchronized (this) {
            run = runs.get(id);
            if (run == null) {
                return Cancelling.UNKNOWN;
            }
            if (waiting.remove(run)) {
                end(run, new RunEvent.Cancelled());
                announcePositions();
            }
        }
        if (!run.state().ended()) {
            run.cancellation().request();
            if (!run.awaitEnd(CANCEL_LIMIT)) {
                throw new IllegalStateException("Run " + id + " did not end within " + CANCEL_LIMIT);
            }
        }
        return run.state() == RunState.CANCELLED ? Cancelling.CANCELLED : Cancelling.TOO_LATE;
    }

    /// Interrupts every run and waits until nothing of them is left.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            for (Run run : List.copyOf(waiting)) {
                waiting.remove(run);
                end(run, new RunEvent.Interrupted(Interruption.ofWaitingRun()));
            }
            if (running != null) {
                running.cancellation().request();
            }
            notifyAll();
        }
        try {
            thread.join(CANCEL_LIMIT);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                Run run = next();
                if (run == null) {
                    return;
                }
                RunEvent last = measure(run);
                synchronized (this) {
                    running = null;
                    end(run, run.cancellation().requested() ? stopped(last) : last);
                }
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the next run; null when the queue is closed.
    private synchronized Run next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        running = waiting.remove();
        announcePositions();
        return running;
    }

    private RunEvent measure(Run run) {
        try {
            return measurer.measure(run.planned(), run::append, run.cancellation());
        } catch (RuntimeException bug) {
            System.getLogger(RunQueue.class.getName()).log(System.Logger.Level.ERROR, "Run " + run.id(), bug);
            return new RunEvent.Failed(new Problem("The server failed", "An error in Lanes itself: " + bug));
        }
    }

    /// The last event of a run that was told to stop. One that finished while the server was closing has finished.
    private RunEvent stopped(RunEvent last) {
        if (!closed) {
            return new RunEvent.Cancelled();
        }
        return last instanceof RunEvent.Cancelled
                ? new RunEvent.Interrupted(Interruption.ofMeasuredRun())
                : last;
    }

    private void announcePositions() {
        int position = 1;
        for (Run run : waiting) {
            run.announce(position++);
        }
    }

    private void end(Run run, RunEvent last) {
        run.append(last);
        ended.add(run);
        if (ended.size() > kept) {
            runs.remove(ended.remove().id());
        }
    }
}
