package dev.lanes.web.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Run;
import dev.lanes.event.RunState;
import dev.lanes.kind.KindPlanners;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.store.RunArchive;
import dev.lanes.store.RunSummary;
import dev.lanes.store.StoredRun;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hands runs to the archive as the API tells them: when they are asked for, when they start, and when they have ended;
/// among several servers only then, as the desk says which of them does it.
@ApplicationScoped
public class RunArchivist implements RunDesk.Archiver {
    private final RunArchive archive;
    private final Catalog catalog;
    private final KindPlanners planners;
    private final ObjectMapper json;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private volatile boolean handedOver;

    RunArchivist(RunArchive archive, Catalog catalog, KindPlanners planners, ObjectMapper json) {
        this.archive = archive;
        this.catalog = catalog;
        this.planners = planners;
        this.json = json;
    }

    void begin(@Observes StartupEvent event, RunDesk desk) {
        handedOver = desk.handsOverTo(this);
    }

    @Override
    public void keep(RunLog run) {
        archive.keep(run.id(), new Following(run)::stored);
    }

    @Override
    public boolean keeps(String id) {
        return Boolean.TRUE.equals(archive.kept(id).stored());
    }

    /// Follows the run to its end; again changes nothing.
    public void follow(RunLog run) {
        if (!handedOver && followed.add(run.id())) {
            Following following = new Following(run);
            run.follow(following);
            following.run();
        }
    }

    /// One run on its way. Its documents are made on the archive's thread.
    private final class Following implements Runnable {
        private final RunLog run;
        private RunState told;
        private byte[] experiment;

        Following(RunLog run) {
            this.run = run;
        }

        @Override
        public synchronized void run() {
            RunState state = run.state();
            if (state == told) {
                return;
            }
            told = state;
            if (state.ended()) {
                run.unfollow(this);
                followed.remove(run.id());
                archive.keep(run.id(), this::stored);
            } else {
                archive.keepUnfinished(run.id(), this::stored);
            }
        }

        private StoredRun stored() {
            Run snapshot = run.known();
            ExperimentCard card = catalog.find(snapshot.request().experiment()).orElseThrow();
            if (experiment == null) {
                experiment = DocumentBytes.of(
                        ExperimentView.withCode(card, planners.of(snapshot.request()), catalog), json);
            }
            return new StoredRun(
                    summary(snapshot, card), DocumentBytes.of(snapshot, json), experiment,
                    snapshot.state().ended() ? frames() : null);
        }

        private byte[] frames() {
            return Stream.iterate(run.after(0), Optional::isPresent, entry -> run.after(entry.orElseThrow().seq()))
                    .map(entry -> EventLog.frame(entry.orElseThrow()).text())
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static RunSummary summary(Run run, ExperimentCard card) {
        return new RunSummary(
                run.id(), card.id(), card.title(), run.state().name(), run.request().effort().id(), run.createdAt(),
                run.endedAt(), run.machine() == null ? null : run.machine().cpuModel(),
                run.verdict() == null ? null : run.verdict().inShort());
    }
}
