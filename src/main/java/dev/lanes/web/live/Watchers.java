package dev.lanes.web.live;

import dev.lanes.web.http.ClientLimits;
import dev.lanes.web.http.Clients;
import dev.lanes.web.http.WebConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The clients that watch runs: a bounded number, looked over a few times in every limit for those that are too slow,
/// and asked for a sign of life while there is nothing to tell. That also keeps proxies from taking a wait for a
/// connection's end.
@ApplicationScoped
public class Watchers {
    private static final System.Logger LOG = System.getLogger(Watchers.class.getName());
    private static final int CHECKS_PER_LIMIT = 5;
    private static final int PINGS_TO_MISS = 3;

    private final Map<Session, Place> places = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lanes-watchers").factory());
    private final ClientLimits limits;

    /// One client's connection.
    ///
    /// @param heard when it last gave a sign of life, by [System#nanoTime]
    private record Place(Watcher watcher, Outlet outlet, String client, AtomicLong heard) {}

    Watchers(WebConfig config, ClientLimits limits) {
        this.limits = limits;
        Duration slow = config.slowWatcher();
        every(Math.max(1, slow.toMillis() / CHECKS_PER_LIMIT), place -> place.watcher.check(slow));
        every(limits.ping().toMillis(), this::ask);
    }

    /// Lets the client watch, unless there are as many watchers as may be, its own or all.
    boolean add(Session session, Outlet outlet, Watcher watcher) {
        String client = Clients.of(outlet.channel());
        synchronized (this) {
            long theirs = places.values().stream().filter(place -> place.client.equals(client)).count();
            if (reached(limits.sockets(), places.size()) || reached(limits.socketsPerClient(), theirs)) {
                return false;
            }
            places.put(session, new Place(watcher, outlet, client, new AtomicLong(System.nanoTime())));
        }
        watcher.begin();
        return true;
    }

    void remove(Session session) {
        Place place = places.remove(session);
        if (place != null) {
            place.watcher.end();
        }
    }

    /// The client has answered.
    void heard(Session session) {
        Place place = places.get(session);
        if (place != null) {
            place.heard.set(System.nanoTime());
        }
    }

    public int count() {
        return places.size();
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }

    private void ask(Place place) {
        if (System.nanoTime() - place.heard.get() > PINGS_TO_MISS * limits.ping().toNanos()) {
            place.outlet.cut();
        } else {
            place.outlet.ping();
        }
    }

    private void every(long millis, Consumer<Place> work) {
        clock.scheduleWithFixedDelay(
                () -> places.values().forEach(place -> look(place, work)), millis, millis, TimeUnit.MILLISECONDS);
    }

    /// A connection with which something is wrong is cut: the clock would not strike again after an exception.
    private static void look(Place place, Consumer<Place> work) {
        try {
            work.accept(place);
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.WARNING, "A watcher's connection is cut", broken);
            place.outlet.cut();
        }
    }

    private static boolean reached(int limit, long count) {
        return limit > 0 && count >= limit;
    }
}
