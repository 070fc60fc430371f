package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.run.EngineAwayException;
import io.vertx.redis.client.Command;
import java.util.UUID;
import java.util.function.Supplier;

/// Reports again and again that a machine is alive, what it is, and what it does.
final class Presence implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Presence.class.getName());
    static final String IDLE = "idle";

    private final EngineLink link;
    private final Keys keys;
    private final String name;
    private final Supplier<EngineKinds.Card> card;
    private final EngineKinds.Kind kind;
    private final Times times;
    private final String instance = UUID.randomUUID().toString();
    private final Thread thread = new Thread(this::work, "lanes-presence");
    private volatile String doing = IDLE;
    private volatile boolean known;
    private volatile boolean closed;
    private boolean told;
    private boolean news;
    /// Whether it is known what the machine is: that is read when it starts.
    private boolean whole;

    /// @param card what fronts need to know of the machine
    /// @param kind what they need to know of its kind
    Presence(EngineLink link, Keys keys, String name, Supplier<EngineKinds.Card> card, EngineKinds.Kind kind,
            Times times) {
        this.link = link;
        this.keys = keys;
        this.name = name;
        this.card = card;
        this.kind = kind;
        this.times = times;
    }

    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    /// Whether the engine knows this machine, and no other machine has its name.
    boolean known() {
        return known;
    }

    /// Reports at once what the machine does now.
    synchronized void measures(String run) {
        doing = run;
        news = true;
        notifyAll();
    }

    void idle() {
        measures(IDLE);
    }

    private void work() {
        try {
            while (!closed) {
                try {
                    beat();
                } catch (EngineAwayException away) {
                    known = false;
                } catch (Throwable broken) {
                    known = false;
                    LOG.log(System.Logger.Level.ERROR, "This machine cannot report that it is alive", broken);
                }
                pause();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void pause() throws InterruptedException {
        if (!news && !closed) {
            wait(Math.max(1, (known && whole ? times.beat() : times.renewal()).toMillis()));
        }
        news = false;
    }

    private void beat() {
        EngineKinds.Card now = card.get();
        whole = now.machine() != null;
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
    }

    @Override
    public void close() {
        closed = true;
        idle();
        try {
            thread.join(times.patience().toMillis());
            if (known) {
                link.ask(Command.DEL, keys.beat(name));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } catch (EngineAwayException away) {
            // Others notice that it is gone.
        }
    }
}
