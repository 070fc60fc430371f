package dev.lanes.engine;

import dev.lanes.event.Machine;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Measurer;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.QueueRules;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Fronts and machines of one site in this JVM, each with connections of its own.
final class Site implements AutoCloseable {
    static final String KIND = "2-x86_64";
    static final String BUILD = "0123456789ab";
    /// Short, but longer than this machine ever stands still.
    static final Times TIMES = new Times(Duration.ofMillis(1800));

    private final Vertx vertx;
    private final List<AutoCloseable> parts = new ArrayList<>();

    Site(Vertx vertx) {
        this.vertx = vertx;
    }

    /// One server's two connections, which go together if they are cut.
    EngineLink link(String url) {
        EngineLink link = new EngineLink(vertx, url, TIMES.patience());
        parts.addFirst(link);
        return link;
    }

    EngineDesk front(String url, QueueRules rules) {
        return front(url, rules, BUILD);
    }

    EngineDesk front(String url, QueueRules rules, String build) {
        EngineLink link = link(url);
        EngineKinds kinds = new EngineKinds(link, build);
        EngineDesk desk = new EngineDesk(
                link, link(url), kinds, planned -> Keys.of(kind(planned), build), rules, TIMES, () -> {});
        parts.addFirst(desk);
        desk.begin();
        return desk;
    }

    private static String kind(PlannedRun planned) {
        return planned.settings().machine() == null ? KIND : planned.settings().machine();
    }

    Measuring machine(String url, String name, Measurer measurer) {
        return machine(url, KIND, name, measurer, BUILD);
    }

    Measuring machine(String url, String kind, String name, Measurer measurer, String build) {
        EngineLink link = link(url);
        Keys keys = Keys.of(kind, build);
        Presence presence = new Presence(
                link, keys, name, () -> card(FakeWorker.MACHINE),
                new EngineKinds.Kind(kind, "Two of them", build), TIMES);
        Measuring machine = new Measuring(link, link(url), keys, name, measurer, presence, TIMES);
        parts.addFirst(machine);
        machine.begin();
        return machine;
    }

    static EngineKinds.Card card(Machine machine) {
        return new EngineKinds.Card(
                machine, new MachineCeilings.Known(MachineCeilings.State.NONE, null, null, null));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
