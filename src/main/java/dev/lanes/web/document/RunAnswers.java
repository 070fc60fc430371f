package dev.lanes.web.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.Interruption;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.store.RunArchive;
import dev.lanes.store.RunSummary;
import dev.lanes.store.StoredRun;
import dev.lanes.web.http.ProblemException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Runs as the API tells them, whether this server has them in memory or in the archive. The archive is only asked for
/// what is not in memory.
@Singleton
public record RunAnswers(RunDesk desk, RunArchive archive, ObjectMapper json) {
    /// A page that asks again and again does so once a minute when it is in the background: browsers see to that.
    private static final Duration NEXT_LOOK = Duration.ofSeconds(75);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /// `Run` of the protocol.
    ///
    /// @throws ProblemException with status 404 where there is none
    public ObjectNode run(String id) {
        Optional<RunLog> known = live(id);
        if (known.isEmpty()) {
            return stored(find(id)).put("stored", true);
        }
        known.get().seen();
        RunArchive.Kept kept = archive.kept(id);
        return json.valueToTree(known.get().known().kept(kept.stored(), kept.because()));
    }

    /// The events of a run as the live stream has them, for those to whom it does not get through.
    ///
    /// @param after number of the last event that the client has
    /// @throws ProblemException with status 404 where there is none
    public EventLog events(String id, long after) {
        Optional<RunLog> known = live(id);
        known.ifPresent(run -> run.seenAgainWithin(NEXT_LOOK));
        return known.map(EventLog::of)
                .or(() -> storedEvents(id, after))
                .orElseThrow(() -> ProblemException.unknown("run", id));
    }

    /// The events of a run for somebody who watches it; empty where there is none.
    ///
    /// @param after number of the last event that the client has
    public Optional<EventLog> watched(String id, long after) {
        return live(id).map(EventLog::of).or(() -> storedEvents(id, after));
    }

    /// The run if a server has it in memory; empty if it is in the archive only.
    ///
    /// @throws EngineAwayException if neither is known
    private Optional<RunLog> live(String id) {
        try {
            return desk.find(id);
        } catch (EngineAwayException away) {
            if (inArchive(id).isEmpty()) {
                throw away;
            }
            return Optional.empty();
        }
    }

    /// @throws ProblemException with status 409 where the run has another state than finished
    static void finished(String state) {
        if (!state.equals(RunState.FINISHED.name())) {
            throw new ProblemException(409, "This run is %s; only finished runs have a result.".formatted(state));
        }
    }

    /// The stored run without what is only known of its storage.
    ObjectNode stored(StoredRun run) {
        ObjectNode answer = (ObjectNode) DocumentBytes.read(run.run(), json);
        if (interruptedWithoutWarning(run)) {
            answer.put("state", RunState.INTERRUPTED.name());
            answer.set("problem", json.valueToTree(Interruption.WITHOUT_WARNING));
        }
        return answer;
    }

    /// The state of a run that is in the archive only; empty where there is none.
    public Optional<RunState> storedState(String id) {
        return inArchive(id).map(run -> RunState.valueOf(run.summary().state()));
    }

    /// The events of a run that is in the archive only; empty where there is none. They end with what became of it.
    ///
    /// @param after number of the last event that the client has
    private Optional<EventLog> storedEvents(String id, long after) {
        return inArchive(id).map(run -> interruptedWithoutWarning(run)
                ? EventLog.of(after, List.of(EventLog.frame(
                        after + 1, Optional.ofNullable(run.summary().endedAt()).orElse(run.summary().createdAt()),
                        new RunEvent.Interrupted(Interruption.WITHOUT_WARNING)).text()))
                : EventLog.of(0, new String(run.events(), StandardCharsets.UTF_8).lines().toList()));
    }

    /// The documents are those of a run that goes on: the server had no time to write others.
    private static boolean interruptedWithoutWarning(StoredRun run) {
        return run.summary().state().equals(RunSummary.INTERRUPTED) && run.events() == null;
    }

    /// @throws ProblemException with status 404 where it is not in the archive
    StoredRun find(String id) {
        return inArchive(id).orElseThrow(() -> ProblemException.unknown("run", id));
    }

    /// What cannot be an id is not looked for.
    private Optional<StoredRun> inArchive(String id) {
        return ID.matcher(id).matches() ? archive.find(id) : Optional.empty();
    }
}
