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
import dev.lanes.run.BriefRuns;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every experiment measured for real, asked for by REST and followed over the WebSocket: a brief run of all variants,
/// on one of the pools. It takes some minutes: `-Dtest=EveryExperimentTest` runs it alone, and
/// `-Dtest='!EveryExperimentTest'` all others.
@QuarkusTest
@TestProfile(BriefRuns.class)
@Timeout(180)
class EveryExperimentTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ClassLoader LOADER = EveryExperimentTest.class.getClassLoader();

    @TestHTTPResource("/")
    URI server;

    static List<String> experiments() {
        return new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER)).experiments().stream()
                .map(ExperimentCard::id)
                .toList();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void theServerListsAllThirtyFourOfTheGuide() {
        assertThat(given().get("/api/experiments").<List<String>>path("id"))
                .containsExactlyInAnyOrderElementsOf(experiments())
                .hasSizeGreaterThanOrEqualTo(34);
    }

    @Test
    void itListsThemAsTheTextPlacesThem() {
        List<String> ids = given().get("/api/experiments").path("id");

        assertThat(ids).startsWith("sandwiches").containsSubsequence("add-lists", "matmul", "row-vs-column", "race");
        assertThat(ids.subList(ids.indexOf("sandwiches") + 1, ids.indexOf("image-batch")))
                .isEqualTo(placed("/api/sections/2"));
    }

    private static List<String> placed(String section) {
        String html = given().get(section).path("html");
        return Pattern.compile("<lanes-card experiment=\"([^\"]+)\"").matcher(html).results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itEndsWithAVerdictAndWithTheOutputsItShouldHave(String id) throws Exception {
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
            assertThat(one.get("correct").asBoolean() || GuideRequest.isMeantToBeWrong(experiment, one)).as("%s", one).isTrue();
        });
    }

    /// What the whole guide's run asks for, on platform threads or on virtual ones, so that both have their turns.
    private static String request(JsonNode experiment) {
        ObjectNode request = GuideRequest.of(experiment);
        JsonNode pools = request.path("pools");
        if (!pools.isEmpty()) {
            int turn = experiments().indexOf(experiment.get("id").asText()) % pools.size();
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
