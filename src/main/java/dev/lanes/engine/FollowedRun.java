package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;

/// A run that is measured elsewhere, as a front sees it: a copy of the engine's log that grows with it.
final class FollowedRun extends RunLog {
    private final Keys keys;
    private final Visitors visitors;
    private final boolean look;

    FollowedRun(Run asked, boolean look, Keys keys, Visitors visitors) {
        super(asked);
        this.look = look;
        this.keys = keys;
        this.visitors = visitors;
    }

    Keys keys() {
        return keys;
    }

    /// Whether it is a look into the code, which is not stored.
    boolean look() {
        return look;
    }

    /// Adds an entry of the engine's log if it is the next one.
    void take(Response told) {
        String id = told.get(0).toString();
        Response fields = told.get(1);
        take(new Entry(
                Long.parseLong(id.substring(0, id.indexOf('-'))),
                Instant.ofEpochMilli(fields.get(1).toLong()),
                EventLine.read(fields.get(3).toString(), RunEvent.class)));
    }

    /// Adds the entry if it is the next one.
    void take(Entry entry) {
        if (entry.seq() == known().lastSeq() + 1) {
            append(entry.event(), entry.at());
        }
    }

    /// Whether somebody watches it here, or will look at it again.
    boolean wanted() {
        return !unwatchedFor(Duration.ZERO);
    }

    @Override
    public boolean asked(String visitor) {
        return visitors.asked(keys, id(), visitor);
    }
}
