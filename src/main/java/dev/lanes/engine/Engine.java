package dev.lanes.engine;

import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.kind.KindMeters;
import dev.lanes.kind.LocalKind;
import dev.lanes.process.Measurer;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.ServerRole;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This server's part among several: a front's, a machine's, or both.
final class Engine implements AutoCloseable {
    private final EngineConfig config;
    private final Vertx vertx;
    private final List<EngineLink> links = new ArrayList<>();
    private final EngineLink link;
    private final EngineKinds kinds;
    private final RunDesk desk;
    private volatile Measuring measuring;

    /// @param build of this server
    Engine(EngineConfig config, Vertx vertx, String build, ServerRole role, QueueRules rules, KindMeters meters) {
        this.config = config;
        this.vertx = vertx;
        this.link = link();
        this.kinds = new EngineKinds(link, build);
        this.desk = role.answers()
                ? new EngineDesk(
                        link, link(), kinds, planned -> kinds.keys(planned.settings().machine()), rules,
                        config.times(), () -> meters.tell(kinds.all()))
                : new NoDesk(this::measuring);
    }

    private EngineLink link() {
        EngineLink made = new EngineLink(vertx, config.url().orElseThrow(), config.times().patience());
        links.add(made);
        return made;
    }

    private Optional<Measuring> measuring() {
        return Optional.ofNullable(measuring);
    }

    /// Begins to answer visitors, if this server does.
    void answer() {
        if (desk instanceof EngineDesk front) {
            front.begin();
        }
    }

    /// Begins to measure on this machine.
    void measure(LocalKind local, Measurer measurer) {
        Keys keys = kinds.keys(local.name());
        Presence presence = new Presence(
                link, keys, local.machineName(), () -> card(local),
                new EngineKinds.Kind(local.name(), local.label(), local.build()), config.times());
        Measuring begun = new Measuring(
                link, link(), keys, local.machineName(), ofTheProjectOnly(measurer), presence, config.times());
        begun.begin();
        measuring = begun;
    }

    /// No front sends edited code, and other programs that can write to the engine must not get it run either.
    private static Measurer ofTheProjectOnly(Measurer measurer) {
        return (planned, events, cancellation) -> planned.plan().edited() == null
                ? measurer.measure(planned, events, cancellation)
                : new RunEvent.Failed(new Problem("Not measured", "This machine runs code of the project only."));
    }

    private static EngineKinds.Card card(LocalKind local) {
        MachineCeilings.Known known = local.ceilings();
        return new EngineKinds.Card(
                local.machines().getFirst().machine(),
                // Visitors cannot start it here, so the time of the next try is of no use to them.
                new MachineCeilings.Known(known.state(), known.ceilings(), known.problem(), null));
    }

    RunDesk desk() {
        return desk;
    }

    EngineKinds kinds() {
        return kinds;
    }

    /// After the desk, which has its own time to close.
    @Override
    public void close() {
        measuring().ifPresent(Measuring::close);
        links.forEach(EngineLink::close);
    }
}
