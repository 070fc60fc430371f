package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.Measurer;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.Interruption;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One try of a machine to measure a run. Events are kept here until the engine has them, so nothing is lost if an
/// answer gets lost or the engine loses its last second. A machine that another one has replaced writes nothing.
final class Attempt {
    private static final int AT_ONCE = 64;
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(100);

    private final EngineLink link;
    private final Keys keys;
    private final Times times;
    private final Measurer measurer;
    private final PlannedRun planned;
    private final Object[] holder;
    private final Cancellation cancellation = new Cancellation();
    private final List<Happened> journal = new ArrayList<>();
    private final long first;
    private long sent;
    private String left = "";
    private RunEvent last;
    private boolean complete;
    private boolean cancelled;
    private boolean cutOff;
    private boolean stopping;

    private record Happened(Instant at, RunEvent event) {}

    /// How the attempt ended.
    enum Outcome {
        TOLD,
        /// Another machine has the run, or it no longer exists.
        FENCED,
        /// This machine stops; another one is to begin the run again.
        HANDED_ON
    }

    /// @param before the number of the last event before this attempt
    Attempt(
            EngineLink link, Keys keys, Times times, Measurer measurer, PlannedRun planned, String id, String entry,
            String machine, String token, long before) {
        this.link = link;
        this.keys = keys;
        this.times = times;
        this.measurer = measurer;
        this.planned = planned;
        this.holder = new Object[] {id, entry, machine, token};
        this.first = before + 1;
    }

    /// Has another machine begin the run again.
    synchronized void stop() {
        stopping = true;
        cancellation.request();
        notifyAll();
    }

    /// Measures and sends the events to the engine, until no process of the run is left.
    Outcome run() throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().name("lanes-runs").start(this::measure);
        long heldAt = System.nanoTime();
        Outcome outcome = null;
        while (outcome == null) {
            List<Happened> batch = batch();
            try {
                outcome = tell(batch);
                heldAt = System.nanoTime();
            } catch (EngineAwayException | EngineLink.RefusedException away) {
                long silent = System.nanoTime() - heldAt;
                if (silent > times.surrender().toNanos()) {
                    surrender();
                }
                if (silent > times.silence().toNanos() && stopped()) {
                    return Outcome.HANDED_ON;
                }
                Thread.sleep(AFTER_TROUBLE);
            }
        }
        if (outcome == Outcome.FENCED) {
            cancellation.request();
        }
        thread.join();
        return outcome;
    }

    private void measure() {
        RunEvent end = measurer.neverFailing().measure(planned, this::happened, cancellation);
        synchronized (this) {
            last = end;
            journal.add(new Happened(Instant.now(), end));
            complete = true;
            notifyAll();
        }
    }

    private synchronized void happened(RunEvent event) {
        journal.add(new Happened(Instant.now(), event));
        notifyAll();
    }

    /// What the engine has not got yet, at most so much; waits for it until the run is to be held on to.
    private synchronized List<Happened> batch() throws InterruptedException {
        if (sent == journal.size() && !complete) {
            wait(Math.max(1, times.renewal().toMillis()));
        }
        if (complete) {
            settleLast();
        }
        int until = (int) Math.min(journal.size(), sent + AT_ONCE);
        return List.copyOf(journal.subList((int) sent, until));
    }

    /// The reason why the run ended may change until the engine knows it.
    private void settleLast() {
        RunEvent truth = cutOff
                ? new RunEvent.Interrupted(Interruption.CUT_OFF)
                : cancelled ? new RunEvent.Cancelled() : last;
        journal.set(journal.size() - 1, new Happened(journal.getLast().at(), truth));
    }

    private synchronized void surrender() {
        if (!cutOff) {
            cutOff = true;
            cancellation.request();
        }
    }

    /// Whether the server may stop: another machine notices what it can no longer report.
    private synchronized boolean stopped() {
        return stopping && complete;
    }

    private synchronized boolean handsOn() {
        return stopping && complete && !cancelled && last instanceof RunEvent.Cancelled;
    }

    private Outcome tell(List<Happened> batch) {
        if (handsOn()) {
            return Script.RELEASE.run(link, keys, holder).get(0).toString().equals("fenced")
                    ? Outcome.FENCED
                    : Outcome.HANDED_ON;
        }
        boolean ends = !batch.isEmpty() && batch.getLast().event().last();
        List<Object> call = new ArrayList<>(List.of(holder));
        call.add(first + sent);
        call.add(left(batch));
        call.add(ends ? "1" : "0");
        for (Happened one : batch) {
            call.add(one.at().toEpochMilli());
            call.add(EventLine.write(one.event()));
        }
        Response answer = Script.APPEND.run(link, keys, call.toArray());
        return switch (answer.get(0).toString()) {
            case "fenced" -> Outcome.FENCED;
            case "gap" -> rewind(answer.get(1).toLong());
            default -> {
                sent += batch.size();
                if (ends) {
                    yield Outcome.TOLD;
                }
                if (answer.get(2).toString().equals("1")) {
                    cancel();
                }
                yield null;
            }
        };
    }

    /// The engine has lost events. Those before this attempt nobody can send again.
    private Outcome rewind(long last) {
        sent = last + 1 - first;
        return sent < 0 ? Outcome.FENCED : null;
    }

    private synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            cancellation.request();
        }
    }

    private String left(List<Happened> batch) {
        for (Happened one : batch) {
            if (one.event() instanceof RunEvent.Progress progress) {
                left = String.valueOf(progress.remainingSeconds());
            }
        }
        return left;
    }
}
