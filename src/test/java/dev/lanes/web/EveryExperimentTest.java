package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every experiment measured for real, asked for by REST and followed over the WebSocket: a quick run of all variants,
/// on one of the pools. It takes some minutes: `-Dtest=EveryExperimentTest` runs it alone, and
/// `-Dtest='!EveryExperimentTest'` all others.
@QuarkusTest
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
            assertThat(one.get("correct").asBoolean() || isMeantToBeWrong(experiment, one)).as("%s", one).isTrue();
        });
    }

    /// What the whole guide's run asks for, on platform threads or on virtual ones, so that both have their turns.
    private static String request(JsonNode experiment) {
        JsonNode part = experiment.get("guideRun");
        ObjectNode request = JSON.createObjectNode();
        request.set("experiment", experiment.get("id"));
        request.put("effort", "quick");
        request.set("variants", part.get("variants"));
        ArrayNode pools = (ArrayNode) part.get("pools");
        if (!pools.isEmpty()) {
            int turn = experiments().indexOf(experiment.get("id").asText()) % pools.size();
            request.putArray("pools").add(pools.get(turn));
            request.set("workers", part.get("workers"));
        }
        return request.toString();
    }

    private static boolean isMeantToBeWrong(JsonNode experiment, JsonNode one) {
        JsonNode claim = experiment.get("claim");
        return experiment.get("check").get("kind").asText().equals("COUNT")
                && claim.get("effect").asText().equals("HURTS")
                && one.get("variant").equals(claim.get("claimVariant"))
                && one.get("check").get("lost").asLong() > 0;
    }

    /// All events until the server closes, whose numbers have no gaps.
    private List<JsonNode> watch(String run) throws Exception {
        Watcher watcher = new Watcher();
        URI address = URI.create(server.resolve(run + "/events").toString().replaceFirst("^http", "ws"));
        CLIENT.newWebSocketBuilder().buildAsync(address, watcher).get(10, TimeUnit.SECONDS);
        assertThat(watcher.closed.get(170, TimeUnit.SECONDS)).isEqualTo(1000);
        List<Long> numbers = watcher.events.stream().map(event -> event.get("seq").asLong()).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().last().isEqualTo((long) numbers.size());
        return watcher.events;
    }

    private static final class Watcher implements WebSocket.Listener {
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            frame.append(text);
            if (last) {
                try {
                    events.add(JSON.readTree(frame.toString()));
                } catch (Exception problem) {
                    closed.completeExceptionally(problem);
                }
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable problem) {
            closed.completeExceptionally(problem);
        }
    }
}
