package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lanes.event.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Results of earlier versions, in files that the page's own test reads as well (`earlier-test.js`).
class EarlierResultsTest {
    private static final Path FOLDER = Path.of("frontend", "test", "earlier");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.json")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMeasuredCaseIsThereInJmhsFormat(String name) throws IOException {
        JsonNode result = read(name);

        assertThat(JmhJson.of(result)).hasSameSizeAs(result.at("/run/cases")).allSatisfy(entry -> {
            assertThat(entry.at("/primaryMetric/score").asDouble()).isPositive();
            assertThat(entry.at("/params").has("at")).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRunIsReadAsTodaysDocument(String name) throws IOException {
        Run run = JSON.treeToValue(read(name).required("run"), Run.class);

        assertThat(run.cases()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.samples()).isNotEmpty();
            assertThat(one.at()).isNull();
        });
        assertThat(run.verdict().text()).isNotBlank();
        assertThat(run.request().sweep()).isNull();
        assertThat(run.swept()).isNull();
    }

    /// Links to them hold these.
    @ParameterizedTest
    @CsvSource({"shared-race.json, f5n4fjfqsyfngexh", "shared-tiny-tasks.json, 7ckx4ol57ai4fxi4"})
    void aSharedResultKeepsItsName(String name, String id) throws IOException {
        JsonNode result = read(name);

        assertThat(ResultId.of((ObjectNode) result.required("run"), result.required("experiment"))).isEqualTo(id);
    }

    @Test
    void thereAreTwoOfEachKind() throws IOException {
        assertThat(names()).extracting(name -> name.replaceFirst("-.*", ""))
                .containsExactlyInAnyOrder("recorded", "recorded", "shared", "shared", "packed", "packed");
    }

    private static JsonNode read(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        return name.endsWith(".txt") ? PackedResult.unpack(text) : JSON.readTree(text);
    }
}
