package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import dev.lanes.process.Measurer;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.Interruption;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Takes the runs of one kind from the engine and measures them. It takes one at a time, so that no run waits for this
/// machine while another one is free.
final class Measuring extends Repeated {
    private static final System.Logger LOG = System.getLogger(Measuring.class.getName());
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String GROUP = "measurers";
    /// How many machines may fail while they measure a run.
    private static final int MOST_LOST = 2;

    private final EngineLink link;
    private final EngineLink jobs;
    private final Keys keys;
    private final String machine;
    private final Measurer measurer;
    private final Presence presence;
    private final Times times;
    private Attempt attempt;

    /// @param jobs for calls that wait
    Measuring(
            EngineLink link, EngineLink jobs, Keys keys, String machine, Measurer measurer, Presence presence,
            Times times) {
        super("lanes-machine", "No run can be taken");
        this.link = link;
        this.jobs = jobs;
        this.keys = keys;
        this.machine = machine;
        this.measurer = measurer;
        this.presence = presence;
        this.times = times;
    }

    @Override
    void begin() {
        presence.begin();
        super.begin();
    }

    /// As [dev.lanes.run.RunDesk#trouble].
    Optional<String> trouble() {
        return presence.known() ? Optional.empty() : Optional.of("the engine does not know this machine");
    }

    synchronized boolean measures() {
        return attempt != null;
    }

    @Override
    Duration once() throws InterruptedException {
        Optional<Response> job = presence.known() ? next() : Optional.empty();
        if (job.isPresent()) {
            measure(job.get());
        }
        return job.isPresent() || presence.known() ? Duration.ZERO : times.renewal();
    }

    @Override
    Duration pauseAfterTrouble() {
        return times.renewal();
    }

    /// First what another machine has left, then what waits. Nothing is taken over right after connecting: machines
    /// that hold runs need time to say so.
    private Optional<Response> next() {
        if (link.age().compareTo(times.lease()) > 0) {
            Response left = link.ask(
                            Command.XAUTOCLAIM, keys.jobs(), GROUP, machine, times.lease().toMillis(), "0-0",
                            "COUNT", 1)
                    .get(1);
            if (left.size() > 0) {
                return Optional.of(left.get(0));
            }
        }
        Response fresh = jobs.ask(
                times.beat(), Command.XREADGROUP, "GROUP", GROUP, machine, "COUNT", 1, "BLOCK", times.beat().toMillis(),
                "STREAMS", keys.jobs(), ">");
        return fresh == null ? Optional.empty() : Optional.of(fresh.get(0).get(1).get(0));
    }

    private void measure(Response job) throws InterruptedException {
        String entry = job.get(0).toString();
        String id = job.get(1).get(1).toString();
        String token = UUID.randomUUID().toString();
        Response begun = begin(id, entry, token);
        if (!begun.get(0).toString().equals("begun")) {
            return;
        }
        Attempt one = new Attempt(
                link, keys, times, measurer, EngineDesk.planned(begun.get(2), begun.get(3)), id, entry,
                machine, token, begun.get(1).toLong());
        synchronized (this) {
            attempt = one;
        }
        presence.measures(id);
        try {
            if (ended()) {
                one.stop();
            }
            Attempt.Outcome outcome = one.run();
            if (outcome == Attempt.Outcome.FENCED) {
                LOG.log(System.Logger.Level.WARNING, "Run {0} was taken from this machine", id);
            }
        } finally {
            synchronized (this) {
                attempt = null;
            }
            presence.measures(Presence.IDLE);
        }
    }

    /// Again if no answer comes, as long as no other machine can have the run.
    private Response begin(String id, String entry, String token) throws InterruptedException {
        long takenAt = System.nanoTime();
        while (true) {
            try {
                return Script.BEGIN.run(
                        link, keys, id, entry, machine, token, MOST_LOST, EventLine.write(Interruption.STARTED_AGAIN),
                        EventLine.write(new RunEvent.Failed(Interruption.TOOK_MACHINES_WITH_IT)), Script.CANCELLED);
            } catch (EngineAwayException away) {
                if (ended() || System.nanoTime() - takenAt > times.surrender().toNanos()) {
                    throw away;
                }
                Thread.sleep(times.renewal());
            }
        }
    }

    /// Hands on the run that is being measured, and leaves no process behind.
    @Override
    public void close() {
        end();
        synchronized (this) {
            if (attempt != null) {
                attempt.stop();
            }
        }
        await(STOP_LIMIT);
        presence.close();
    }
}
