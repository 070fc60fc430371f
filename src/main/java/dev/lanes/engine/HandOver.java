package dev.lanes.engine;

import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Hands ended runs to the archive, each by one front; if that front goes before the run is stored, by another.
///
/// Used by one thread.
final class HandOver {
    private static final String GROUP = "archivists";
    private static final int AT_ONCE = 20;
    /// For latecomers among watchers; then the archive has it.
    private static final String KEPT_SECONDS = "3600";

    private final EngineLink link;
    private final Function<String, Optional<RunLog>> runs;
    private final Times times;
    private final String front = UUID.randomUUID().toString();
    /// Ids of runs by their entries among those that have ended.
    private final Map<Keys, Map<String, String>> pending = new HashMap<>();
    private final Set<String> handed = new HashSet<>();
    private final Map<Keys, Long> lookedAt = new HashMap<>();
    private volatile RunDesk.Archiver archiver;

    HandOver(EngineLink link, Function<String, Optional<RunLog>> runs, Times times) {
        this.link = link;
        this.runs = runs;
        this.times = times;
    }

    void to(RunDesk.Archiver one) {
        archiver = one;
    }

    /// Takes runs that have ended, and acknowledges those that have been stored since.
    void once(Keys keys) {
        if (archiver == null) {
            return;
        }
        try {
            Response fresh = link.ask(
                    Command.XREADGROUP, "GROUP", GROUP, front, "COUNT", AT_ONCE, "STREAMS", keys.ended(), ">");
            if (fresh != null) {
                take(keys, fresh.get(0).get(1));
            }
            if (due(keys)) {
                take(keys, link.ask(
                        Command.XAUTOCLAIM, keys.ended(), GROUP, front, times.keeping().toMillis(), "0-0").get(1));
            }
        } catch (EngineLink.RefusedException refused) {
            if (!refused.says("NOGROUP")) {
                throw refused;
            }
            makeGroup(keys);
        }
        settle(keys);
    }

    /// Machines and other fronts make it, too.
    private void makeGroup(Keys keys) {
        try {
            link.ask(Command.XGROUP, "CREATE", keys.ended(), GROUP, "0", "MKSTREAM");
        } catch (EngineLink.RefusedException refused) {
            if (!refused.says("BUSYGROUP")) {
                throw refused;
            }
        }
    }

    private boolean due(Keys keys) {
        long now = System.nanoTime();
        Duration pause = times.silence();
        if (now - lookedAt.getOrDefault(keys, now - pause.toNanos()) < pause.toNanos()) {
            return false;
        }
        lookedAt.put(keys, now);
        return true;
    }

    private void take(Keys keys, Response entries) {
        for (Response entry : entries) {
            pending.computeIfAbsent(keys, none -> new HashMap<>())
                    .putIfAbsent(entry.get(0).toString(), entry.get(1).get(1).toString());
        }
    }

    private void settle(Keys keys) {
        for (Map.Entry<String, String> one : Map.copyOf(pending.getOrDefault(keys, Map.of())).entrySet()) {
            if (settled(keys, one.getValue())) {
                done(keys, one.getKey());
                pending.get(keys).remove(one.getKey());
                handed.remove(one.getValue());
            }
        }
    }

    /// Whether nothing is left to do with it.
    private boolean settled(Keys keys, String id) {
        if (handed.contains(id)) {
            boolean kept = archiver.keeps(id);
            if (kept) {
                for (String key : keys.allOf(id)) {
                    link.ask(Command.EXPIRE, key, KEPT_SECONDS);
                }
            }
            return kept;
        }
        Optional<FollowedRun> run = runs.apply(id).map(FollowedRun.class::cast).filter(one -> !one.look());
        // Its last event may still be on its way here.
        if (run.isPresent() && run.get().state().ended()) {
            archiver.keep(run.get());
            handed.add(id);
        }
        return run.isEmpty();
    }

    private void done(Keys keys, String entry) {
        link.ask(Command.XACK, keys.ended(), GROUP, entry);
        link.ask(Command.XDEL, keys.ended(), entry);
    }
}
