package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.run.EngineAwayException;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/// Reports again and again that a machine is alive, what it is, and what it does.
final class Presence extends Repeated {
    private static final System.Logger LOG = System.getLogger(Presence.class.getName());
    static final String IDLE = "idle";

    private final EngineLink link;
    private final Keys keys;
    private final String name;
    private final Supplier<EngineKinds.Card> card;
    private final EngineKinds.Kind kind;
    private final Times times;
    private final String instance = UUID.randomUUID().toString();
    private volatile String doing = IDLE;
    private volatile boolean known;
    private boolean told;

    /// @param card what fronts need to know of the machine
    /// @param kind what they need to know of its kind
    Presence(EngineLink link, Keys keys, String name, Supplier<EngineKinds.Card> card, EngineKinds.Kind kind,
            Times times) {
        super("lanes-presence", "This machine cannot report that it is alive");
        this.link = link;
        this.keys = keys;
        this.name = name;
        this.card = card;
        this.kind = kind;
        this.times = times;
    }

    /// Whether the engine knows this machine, and no other machine has its name.
    boolean known() {
        return known;
    }

    /// Reports at once what the machine does now: a run's id, or [#IDLE].
    void measures(String run) {
        doing = run;
        wake();
    }

    @Override
    Duration pauseAfterTrouble() {
        known = false;
        return times.renewal();
    }

    @Override
    Duration once() {
        EngineKinds.Card now = card.get();
        boolean alone = Script.BEAT.run(
                        link, keys, name, instance, doing, EventLine.write(now), times.silence().toMillis())
                .get(0).toString().equals("beats");
        link.ask(Command.HSET, Keys.KINDS, keys.tag(), EventLine.write(kind));
        link.ask(Command.HSETNX, Keys.KINDS, EngineKinds.SINCE + kind.kind(), System.currentTimeMillis());
        if (!alone && !told) {
            LOG.log(System.Logger.Level.ERROR, "Another machine is named {0}: lanes.machine.name must differ", name);
        }
        told = !alone;
        known = alone;
        // What the machine is, is read while it starts.
        return known && now.machine() != null ? times.beat() : times.renewal();
    }

    @Override
    public void close() {
        end();
        await(times.patience());
        try {
            if (known) {
                link.ask(Command.DEL, keys.beat(name));
            }
        } catch (EngineAwayException away) {
            // Others notice that it is gone.
        }
    }
}
