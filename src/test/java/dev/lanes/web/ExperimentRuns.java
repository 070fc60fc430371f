package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.guide.GuideRequest;
import dev.lanes.worker.AllocationCheck;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Experiments measured for real, asked for by REST and followed over the WebSocket: a brief run of all variants on one
/// of the pools. A class below says which, by a static method `experiments`.
abstract class ExperimentRuns {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ClassLoader LOADER = ExperimentRuns.class.getClassLoader();
    static final Catalog CATALOG = new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER));

    @TestHTTPResource("/")
    URI server;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    static List<String> all() {
        return CATALOG.experiments().stream().map(ExperimentCard::id).toList();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itEndsWithAVerdictAndWithTheOutputsItShouldHaveAndItsKernelsAllocateNothing(String id) throws Exception {
        JsonNode experiment = JSON.readTree(given().get("/api/experiments/" + id).asString());
        Response started = Api.post(request(experiment));
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        String run = "api/runs/" + started.path("id");

        List<JsonNode> events = watch(run);

        JsonNode last = events.getLast();
        assertThat(last.get("type").asText()).as("%s", last).isEqualTo("finished");
        assertThat(last.get("verdict").get("outcome").asText()).isIn("HOLDS", "DOES_NOT_HOLD", "CANNOT_TELL");
        assertThat(last.get("verdict").get("text").asText()).isNotBlank();
        JsonNode cases = JSON.readTree(given().get("/" + run).asString()).get("cases");
        assertThat(cases).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("score").get("median").asDouble()).isPositive();
            assertThat(one.get("correct").asBoolean() || GuideRequest.isMeantToBeWrong(experiment, one))
                    .as("%s", one).isTrue();
        });
        assertThat(allocating(CATALOG.find(id).orElseThrow(), cases)).isEmpty();
    }

    /// The variants that call kernels and allocate more than their tasks take.
    private static Set<String> allocating(ExperimentCard experiment, JsonNode cases) throws Exception {
        Set<String> suspects = new TreeSet<>();
        for (JsonNode one : cases) {
            ExperimentCard.Variant variant = experiment.variant(one.get("variant").asText()).orElseThrow();
            if (AllocationCheck.appliesTo(CATALOG, experiment, variant)
                    && AllocationCheck.suspicious(
                            one.get("allocatedBytesPerOp").asDouble(), one.at("/timeline/tasks").asLong())) {
                suspects.add(variant.id());
            }
        }
        Set<String> allocating = new TreeSet<>();
        for (String suspect : suspects) {
            if (AllocationCheck.allocates(experiment, experiment.variant(suspect).orElseThrow())) {
                allocating.add(suspect);
            }
        }
        return allocating;
    }

    /// What the whole guide's run asks for, on platform threads or on virtual ones, so that both have their turns.
    private static String request(JsonNode experiment) {
        ObjectNode request = GuideRequest.of(experiment);
        JsonNode pools = request.path("pools");
        if (!pools.isEmpty()) {
            int turn = all().indexOf(experiment.get("id").asText()) % pools.size();
            request.putArray("pools").add(pools.get(turn));
        }
        return request.toString();
    }

    /// All events until the server closes, whose numbers have no gaps.
    private List<JsonNode> watch(String run) throws Exception {
        EventClient client = EventClient.connect(CLIENT, server, "/" + run + "/events");
        assertThat(client.closeCode(Duration.ofSeconds(170))).isEqualTo(1000);
        assertThat(client.seqs()).isSorted().doesNotHaveDuplicates().last().isEqualTo((long) client.seqs().size());
        return client.events();
    }
}
