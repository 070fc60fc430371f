package dev.lanes.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Judges the results that come with the product by the claims and rules of today. What was measured, and the code that
/// was measured, stay as they were. The argument is the address of a running server, which knows today's claims.
final class JudgedAnew {
    private static final Path INDEX = RecordedResult.FOLDER.resolve("index.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JudgedAnew() {}

    public static void main(String[] arguments) throws IOException {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        ArrayNode index = (ArrayNode) JSON.readTree(INDEX.toFile());
        for (RecordedResult result : RecordedResult.all()) {
            JsonNode experiment = JSON.readTree(
                    URI.create(arguments[0] + "/api/experiments/" + result.card().id()).toURL());
            Verdict verdict = result.verdict();
            Path folder = RecordedResult.FOLDER.resolve(result.machine());
            write(folder.resolve(result.card().id() + ".json.gz"), verdict, experiment, today);
            tell(index, result, verdict, today);
        }
        JSON.writeValue(INDEX.toFile(), index);
    }

    private static void write(Path file, Verdict verdict, JsonNode experiment, String today) throws IOException {
        ObjectNode document = RecordedResult.document(file);
        ((ObjectNode) document.required("run")).set("verdict", JSON.valueToTree(verdict));
        ObjectNode recorded = (ObjectNode) document.required("experiment");
        recorded.set("claim", experiment.required("claim"));
        recorded.set("question", experiment.required("question"));
        ((ObjectNode) document.required("recorded")).put("judgedOn", today);
        RecordedResult.write(file, document);
    }

    private static void tell(ArrayNode index, RecordedResult result, Verdict verdict, String today) {
        index.valueStream().filter(machine -> machine.required("id").asText().equals(result.machine()))
                .map(ObjectNode.class::cast)
                .forEach(machine -> machine.put("judgedOn", today).required("experiments").valueStream()
                        .filter(line -> line.required("id").asText().equals(result.card().id()))
                        .forEach(line -> ((ObjectNode) line).put("headline", verdict.inShort())));
    }
}
