package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Run;
import dev.lanes.kind.KindPlanners;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.store.ResultShelf;
import dev.lanes.store.RunArchive;
import dev.lanes.store.StoredRun;
import dev.lanes.web.http.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `Result` of the protocol: made of a stored run, and found again.
@Singleton
public record Results(
        RunDesk desk, RunArchive archive, RunAnswers answers, ResultShelf shelf, CodeComparison code, Catalog catalog,
        KindPlanners planners, ObjectMapper json,
        @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String lanesVersion) {
    private static final int VERSION = 1;
    /// A run that has just finished is about to be stored.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /// @throws ProblemException with status 404 where there is no such run, 409 where it has not finished
    public ResultShelf.Shared share(String runId) throws InterruptedException {
        Optional<RunLog> known = desk.find(runId);
        if (known.isPresent()) {
            RunAnswers.finished(known.get().state().name());
            archive.await(runId, PATIENCE);
        }
        StoredRun run = known.isPresent() ? storedSoon(runId) : answers.find(runId);
        RunAnswers.finished(run.summary().state());
        ObjectNode told = answers.stored(run);
        JsonNode experiment = DocumentBytes.read(run.experiment(), json);
        return shelf.share(ResultId.of(told, experiment), runId, DocumentBytes.of(document(told, experiment), json));
    }

    /// Another server may be about to store it.
    private StoredRun storedSoon(String runId) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<StoredRun> stored = archive.find(runId);
            if (stored.isPresent() && stored.get().events() != null) {
                return stored.get();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return answers.find(runId);
    }

    /// The result of a finished run as it would be shared, without an id. What is not stored is told from memory.
    ///
    /// @throws ProblemException with status 404 where there is no such run, 409 where it has not finished
    public ObjectNode ofRun(String runId) {
        Optional<Run> unstored = Boolean.TRUE.equals(archive.kept(runId).stored())
                ? Optional.empty()
                : desk.find(runId).map(RunLog::known);
        if (unstored.isPresent()) {
            Run run = unstored.get();
            RunAnswers.finished(run.state().name());
            ExperimentCard card = catalog.find(run.request().experiment()).orElseThrow();
            ExperimentView experiment = ExperimentView.withCode(card, planners.of(run.request()), catalog);
            return complete(document(json.valueToTree(run), json.valueToTree(experiment)), null, null, null);
        }
        StoredRun run = answers.find(runId);
        RunAnswers.finished(run.summary().state());
        return complete(document(answers.stored(run), DocumentBytes.read(run.experiment(), json)), null, null, null);
    }

    private ObjectNode document(JsonNode run, JsonNode experiment) {
        ObjectNode document = json.createObjectNode();
        document.put("version", VERSION);
        document.set("run", run);
        document.set("experiment", experiment);
        document.putObject("lanes").put("version", lanesVersion);
        return document;
    }

    /// @throws ProblemException with status 404 where there is none, 410 where there was one
    public ObjectNode find(String id) {
        if (!ResultId.hasItsForm(id)) {
            throw ProblemException.unknown("result", id);
        }
        return switch (shelf.find(id)) {
            case ResultShelf.Found.Unknown unknown -> throw ProblemException.unknown("result", id);
            case ResultShelf.Found.Gone gone ->
                throw new ProblemException(410, "This result was deleted or has expired.");
            case ResultShelf.Found.Shelved shelved ->
                complete(
                        (ObjectNode) DocumentBytes.read(shelved.document(), json), id, shelved.sharedAt(),
                        shelved.expiresAt());
        };
    }

    /// The document with what is not part of it; null where it is not shared.
    private ObjectNode complete(ObjectNode document, String id, Instant sharedAt, Instant expiresAt) {
        document.put("id", id);
        document.put("sharedAt", sharedAt == null ? null : sharedAt.toString());
        document.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        document.putNull("recorded");
        document.put("codeChanged", code.changed(document.required("experiment")).orElse(null));
        return document;
    }
}
