package dev.lanes.run;

import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Measurer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The runs there are: a bounded number waiting, one being measured, a bounded number ended. All of it is in memory.
public final class RunQueue implements RunDesk {
    private static final System.Logger LOG = System.getLogger(RunQueue.class.getName());
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(20);

    private final Measurer measurer;
    private final Supplier<String> ids;
    private final QueueRules rules;
    private final Map<String, LiveRun> runs = new HashMap<>();
    private final Deque<LiveRun> waiting = new ArrayDeque<>();
    private final Deque<LiveRun> ended = new ArrayDeque<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("lanes-runs").unstarted(this::work);
    private final Thread sweeper = Thread.ofPlatform().daemon().name("lanes-unwatched").unstarted(this::sweep);
    private LiveRun running;
    private boolean closed;

    RunQueue(Measurer measurer, Supplier<String> ids, QueueRules rules) {
        this.measurer = measurer.neverFailing();
        this.ids = ids;
        this.rules = rules;
        thread.start();
        if (rules.endsUnwatched()) {
            sweeper.start();
        }
    }

    @Override
    public synchronized Submission submit(PlannedRun planned, String visitor) {
        Optional<LiveRun> same = rules.manyVisitors() ? waitingLike(planned) : Optional.empty();
        if (same.isPresent() && same.get().visitors().contains(visitor)) {
            return new Submission.Accepted(same.get(), false);
        }
        List<LiveRun> inLine = inLine();
        List<LiveRun> theirs = inLine.stream().filter(run -> run.visitors().contains(visitor)).toList();
        if (theirs.size() >= rules.waitingPerVisitor()) {
            return new Submission.OneWaits(RunDesk.wholeSeconds(secondsBefore(theirs.getFirst())));
        }
        if (same.isPresent()) {
            same.get().visitors().add(visitor);
            same.get().seen();
            return new Submission.Accepted(same.get(), false);
        }
        if (closed || inLine.size() >= rules.capacity()) {
            return new Submission.Full(RunDesk.wholeSeconds(running == null ? 1 : running.remainingSeconds()));
        }
        LiveRun run = new LiveRun(ids.get(), planned);
        run.visitors().add(visitor);
        runs.put(run.id(), run);
        waiting.add(run);
        run.announce(waiting.size(), secondsBefore(run));
        notifyAll();
        return new Submission.Accepted(run, true);
    }

    /// The runs that wait for another one. Where none is being measured, the first is about to be.
    private List<LiveRun> inLine() {
        return waiting.stream().skip(running == null ? 1 : 0).toList();
    }

    private Optional<LiveRun> waitingLike(PlannedRun planned) {
        return waiting.stream().filter(run -> run.planned().isLike(planned)).findFirst();
    }

    /// How long the run is likely to wait, in seconds.
    private double secondsBefore(LiveRun run) {
        double ahead = waiting.stream()
                .takeWhile(one -> one != run)
                .mapToDouble(one -> one.planned().estimateSeconds())
                .sum();
        return running == null ? ahead : running.remainingSeconds() + ahead;
    }

    @Override
    public synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public synchronized boolean busy() {
        return running != null || !waiting.isEmpty();
    }

    @Override
    public synchronized Optional<RunLog> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Cancelling cancel(String id, String visitor) throws InterruptedException {
        LiveRun run;
        synchronized (this) {
            run = runs.get(id);
            if (run == null) {
                return Cancelling.UNKNOWN;
            }
            if (rules.manyVisitors() && !run.asked(visitor)) {
                return Cancelling.NOT_YOURS;
            }
            if (rules.manyVisitors() && run.goesOnWithout(visitor)) {
                run.visitors().remove(visitor);
                run.leavers().add(visitor);
                return Cancelling.LEFT_TO_OTHERS;
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
            for (LiveRun run : List.copyOf(waiting)) {
                waiting.remove(run);
                end(run, new RunEvent.Interrupted(Interruption.OF_WAITING_RUN));
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

    @Override
    public boolean working() {
        return thread.isAlive() && (!rules.endsUnwatched() || sweeper.isAlive());
    }

    private void work() {
        try {
            for (LiveRun run = next(); run != null; run = next()) {
                conclude(run, measurer.measure(run.planned(), run::append, run.cancellation()));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void conclude(LiveRun run, RunEvent last) {
        running = null;
        try {
            end(run, run.cancellation().requested() ? stopped(last) : last);
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.ERROR, "Run " + run.id() + " could not be ended as it should", broken);
        }
    }

    /// Waits for the next run; null when the queue is closed.
    private synchronized LiveRun next() throws InterruptedException {
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

    /// Ends waiting runs that nobody watches any more, looking a few times within the time they have.
    private synchronized void sweep() {
        try {
            while (!closed) {
                wait(Math.max(1, rules.unwatched().toMillis() / 4));
                endUnwatched();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void endUnwatched() {
        try {
            List<LiveRun> left = waiting.stream().filter(run -> run.unwatchedFor(rules.unwatched())).toList();
            waiting.removeAll(left);
            left.forEach(run -> end(run, new RunEvent.Cancelled()));
            announcePositions();
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.ERROR, "Runs that wait for nobody could not be ended", broken);
        }
    }

    /// The last event of a run that was told to stop. One that finished while the server was closing has finished.
    private RunEvent stopped(RunEvent last) {
        if (!closed) {
            return new RunEvent.Cancelled();
        }
        return last instanceof RunEvent.Cancelled
                ? new RunEvent.Interrupted(Interruption.OF_MEASURED_RUN)
                : last;
    }

    private void announcePositions() {
        int position = 1;
        for (LiveRun run : waiting) {
            run.announce(position++, secondsBefore(run));
        }
    }

    private void end(LiveRun run, RunEvent last) {
        run.append(last);
        ended.add(run);
        if (ended.size() > rules.kept()) {
            runs.remove(ended.remove().id());
        }
    }
}
