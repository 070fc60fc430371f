package dev.lanes.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The clients that watch runs, looked over a few times in every limit for those that are too slow.
@ApplicationScoped
class Watchers {
    private static final int CHECKS_PER_LIMIT = 5;

    private final Map<Session, Watcher> watchers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lanes-watchers").factory());

    Watchers(WebConfig config) {
        Duration limit = config.slowWatcher();
        long pause = Math.max(1, limit.toMillis() / CHECKS_PER_LIMIT);
        clock.scheduleWithFixedDelay(
                () -> watchers.values().forEach(watcher -> watcher.check(limit)), pause, pause, TimeUnit.MILLISECONDS);
    }

    void add(Session session, Watcher watcher) {
        watchers.put(session, watcher);
        watcher.begin();
    }

    void remove(Session session) {
        Watcher watcher = watchers.remove(session);
        if (watcher != null) {
            watcher.end();
        }
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }
}
