package dev.lanes.engine;

import dev.lanes.event.RunEvent;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Follows the logs of runs that are measured elsewhere. One call of the engine waits for news of all of them, and of a
/// stream of this front's own, which announces further runs to follow.
final class Tail extends Repeated {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;
    private static final String WAKE_SECONDS = "60";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final EngineLink news;
    private final EngineLink link;
    private final Runnable hasEnded;
    private final Map<String, FollowedRun> followed = new ConcurrentHashMap<>();
    private final String wake = "lanes:front:" + UUID.randomUUID() + ":wake";
    private String lastWake = "0-0";

    /// @param news for calls that wait
    /// @param hasEnded called when a run that is followed here has ended
    Tail(EngineLink news, EngineLink link, Runnable hasEnded) {
        super("lanes-tail", "News of runs cannot be read");
        this.news = news;
        this.link = link;
        this.hasEnded = hasEnded;
    }

    /// Follows the run to its end.
    void follow(FollowedRun run) {
        followed.put(run.keys().log(run.id()), run);
        link.ask(Command.XADD, wake, "MAXLEN", 1, "*", "run", run.id());
        link.ask(Command.EXPIRE, wake, WAKE_SECONDS);
    }

    Collection<FollowedRun> followed() {
        return List.copyOf(followed.values());
    }

    /// Ends a run that the engine no longer knows.
    void end(FollowedRun run, RunEvent last) {
        run.take(new RunLog.Entry(run.known().lastSeq() + 1, Instant.now(), last));
        followed.remove(run.keys().log(run.id()));
    }

    @Override
    Duration once() {
        take(news.ask(WAIT, Command.XREAD, arguments()));
        return Duration.ZERO;
    }

    @Override
    Duration pauseAfterTrouble() {
        return Duration.ofMillis(100);
    }

    private Object[] arguments() {
        Map<String, FollowedRun> now = Map.copyOf(followed);
        List<Object> arguments = new ArrayList<>(List.of("COUNT", AT_ONCE, "BLOCK", WAIT.toMillis(), "STREAMS", wake));
        arguments.addAll(now.keySet());
        arguments.add(lastWake);
        now.values().forEach(run -> arguments.add(run.known().lastSeq() + "-0"));
        return arguments.toArray();
    }

    private void take(Response streams) {
        if (streams == null) {
            return;
        }
        for (Response stream : streams) {
            String log = stream.get(0).toString();
            if (log.equals(wake)) {
                lastWake = stream.get(1).get(stream.get(1).size() - 1).get(0).toString();
                continue;
            }
            FollowedRun run = followed.get(log);
            if (run != null) {
                for (Response entry : stream.get(1)) {
                    run.take(entry);
                }
                forgetEnded(log, run);
            }
        }
    }

    private void forgetEnded(String log, FollowedRun run) {
        if (run.state().ended()) {
            followed.remove(log);
            hasEnded.run();
        }
    }

    @Override
    public void close() {
        end();
        interrupt();
        await(STOP_LIMIT);
    }
}
