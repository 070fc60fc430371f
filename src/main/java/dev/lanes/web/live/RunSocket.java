package dev.lanes.web.live;

import dev.lanes.run.EngineAwayException;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.store.StorageException;
import dev.lanes.web.document.EventLog;
import dev.lanes.web.document.RunAnswers;
import dev.lanes.web.document.RunEvents;
import dev.lanes.web.http.WebConfig;
import jakarta.inject.Singleton;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The live stream of a run: all its events so far, then the others as they happen.
@Singleton
@ServerEndpoint("/api/runs/{id}/events")
public record RunSocket(RunDesk desk, RunAnswers answers, Watchers watchers, LiveFrames frames, WebConfig config) {
    private static final System.Logger LOG = System.getLogger(RunSocket.class.getName());
    private static final int UNKNOWN_RUN = 4404;
    private static final int BAD_AFTER = 4400;
    private static final int TOO_MANY = 4429;
    private static final int TOO_BIG = 1009;
    private static final int LATER = 1013;
    private static final int FAILED = 1011;
    private static final int LARGEST_MESSAGE = 1024;
    private static final String RECEIVED = "lanes.received";

    @OnOpen
    public void open(Session session, @PathParam("id") String id) {
        Outlet outlet = Outlet.of(session);
        Optional<RunLog> run = desk.atHand(id);
        Optional<Long> after = after(session);
        if (after.isEmpty()) {
            outlet.close(BAD_AFTER, "after must be a whole number from 0");
        } else if (run.isPresent()) {
            watch(session, frames.of(run.get()), after.get());
        } else {
            // Other servers and the archive are slow to answer, at times, and this may be the connection's thread.
            Thread.startVirtualThread(() -> watchElsewhere(session, id, after.get()));
        }
    }

    private void watch(Session session, EventLog log, long after) {
        Outlet outlet = Outlet.of(session);
        boolean batches = Boolean.parseBoolean(parameter(session, "batch", "false"));
        if (!watchers.add(session, outlet, new Watcher(log, outlet, after, batches))) {
            outlet.close(TOO_MANY, "too many watchers");
        }
    }

    private void watchElsewhere(Session session, String id, long after) {
        Outlet outlet = Outlet.of(session);
        try {
            answers.watched(id, after).ifPresentOrElse(
                    log -> watch(session, log, after),
                    () -> outlet.close(UNKNOWN_RUN, "there is no such run"));
        } catch (StorageException | EngineAwayException away) {
            outlet.close(LATER, away.getMessage());
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.ERROR, "The events of run " + id + " cannot be sent", broken);
            outlet.close(FAILED, "the server failed");
        }
        if (!session.isOpen()) {
            watchers.remove(session);
        }
    }

    @OnClose
    public void close(Session session) {
        watchers.remove(session);
    }

    @OnError
    public void error(Session session, Throwable problem) {
        LOG.log(System.Logger.Level.DEBUG, "A watcher's connection failed", problem);
        Outlet.of(session).cut();
    }

    @OnMessage
    public void pong(Session session, PongMessage pong) {
        watchers.heard(session);
    }

    @OnMessage
    public void text(Session session, String part, boolean last) {
        received(session, part.getBytes(StandardCharsets.UTF_8).length, last);
    }

    @OnMessage
    public void binary(Session session, byte[] part, boolean last) {
        received(session, part.length, last);
    }

    /// Ignores a small message. A large one ends the connection, after its last part where that comes soon: a client
    /// that is still writing would not read why.
    private void received(Session session, int bytes, boolean last) {
        int before = (int) session.getUserProperties().getOrDefault(RECEIVED, 0);
        int sum = Math.min(before + bytes, LARGEST_MESSAGE + 1);
        Outlet outlet = Outlet.of(session);
        if (sum > LARGEST_MESSAGE) {
            Runnable close = () -> outlet.close(TOO_BIG, "nothing is expected here");
            if (last) {
                close.run();
            } else if (before <= LARGEST_MESSAGE) {
                outlet.execute(close, config.refusedInput());
            }
        }
        session.getUserProperties().put(RECEIVED, last ? 0 : sum);
    }

    private static Optional<Long> after(Session session) {
        return RunEvents.after(parameter(session, "after", "0"));
    }

    private static String parameter(Session session, String name, String usual) {
        return session.getRequestParameterMap().getOrDefault(name, List.of(usual)).getFirst();
    }
}
