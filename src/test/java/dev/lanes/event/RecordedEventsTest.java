package dev.lanes.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The server and the page make the same document of the same events: both are held against real runs, in files that
/// the page's own test reads as well (`run-document-test.js`).
class RecordedEventsTest {
    private static final Path RUNS = Path.of("frontend", "test", "runs");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(RUNS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.json")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theEventsMakeTheDocumentThatTheServerGave(String name) throws IOException {
        JsonNode recorded = JSON.readTree(RUNS.resolve(name).toFile());
        Run run = null;
        for (JsonNode told : recorded.get("events")) {
            ObjectNode fields = told.deepCopy();
            fields.remove("seq");
            Instant at = Instant.parse(fields.remove("at").asText());
            RunEvent event = JSON.treeToValue(fields, RunEvent.class);
            run = event instanceof RunEvent.Started started ? started.run().after(event, at)
                    : run == null ? null : run.after(event, at);
        }
        assertThat(JSON.readTree(JSON.writeValueAsBytes(run))).isEqualTo(recorded.get("run"));
    }
}
