package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.Run;
import dev.lanes.event.RunState;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.run.ServerMode;
import dev.lanes.store.RunArchive;
import dev.lanes.store.StoredRun;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Keeps what a look into the code of a case has told with the finished run that the case is of. The look itself is
/// not stored: one that failed or was cancelled leaves nothing.
@Singleton
public record Looks(
        RunDesk desk, RunArchive archive, RunArchivist archivist, RunAnswers answers, ObjectMapper json,
        ServerMode mode) {
    private static final System.Logger LOG = System.getLogger(Looks.class.getName());

    /// Adds what the look tells to the run when it has finished, if it is of the same case on the same machine. On a
    /// hosted server only those who asked for the run can add to it.
    public void keep(RunLog look, String runId, String visitor) {
        look.ended().thenAccept(state -> {
            if (state != RunState.FINISHED) {
                return;
            }
            try {
                add(look.known(), runId, visitor);
            } catch (RuntimeException problem) {
                LOG.log(System.Logger.Level.WARNING, "What a look has told is not kept with run " + runId, problem);
            }
        });
    }

    private void add(Run look, String runId, String visitor) {
        Optional<RunLog> known = desk.find(runId);
        if (known.isPresent()) {
            if (mode == ServerMode.LOCAL || known.get().asked(visitor)) {
                add(look, known.get());
            }
        } else if (mode == ServerMode.LOCAL) {
            answers.storedState(runId)
                    .filter(RunState.FINISHED::equals)
                    .ifPresent(finished -> add(look, answers.find(runId)));
        }
    }

    private void add(Run look, RunLog run) {
        Run before = run.known();
        boolean same = before.state() == RunState.FINISHED
                && before.request().experiment().equals(look.request().experiment())
                && before.request().params().equals(look.request().params())
                && (look.edits().isEmpty() || before.edits().equals(look.edits()));
        if (same) {
            Run.Case seen = look.cases().getFirst();
            run.looked(seen.key(), seen.machineCode(), seen.profile());
            archivist.keep(run);
        }
    }

    private void add(Run look, StoredRun stored) {
        ObjectNode run = answers.stored(stored);
        JsonNode seen = json.valueToTree(look.cases().getFirst());
        JsonNode request = json.valueToTree(look.request());
        boolean same = run.path("request").path("experiment").equals(request.path("experiment"))
                && run.path("request").path("params").equals(request.path("params"))
                && run.path("machine").path("cpuModel").asText().equals(look.machine().cpuModel())
                && (look.edits().isEmpty() || run.path("edits").equals(json.valueToTree(look.edits())));
        if (!same) {
            return;
        }
        for (JsonNode one : run.path("cases")) {
            if (one.path("key").equals(seen.path("key"))) {
                ((ObjectNode) one).set("machineCode", seen.get("machineCode"));
                if (seen.has("profile")) {
                    ((ObjectNode) one).set("profile", seen.get("profile"));
                }
            }
        }
        byte[] document = DocumentBytes.of(run, json);
        archive.keep(stored.summary().id(),
                () -> new StoredRun(stored.summary(), document, stored.experiment(), stored.events()));
    }
}
