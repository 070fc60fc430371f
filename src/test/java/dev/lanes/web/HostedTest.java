package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a hosted server grants strangers, and every refusal with its words.
@QuarkusTest
@TestProfile(HostedRoom.class)
@Timeout(60)
class HostedTest {
    private static final AtomicInteger STRANGERS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Runnable> cancellations = new ArrayList<>();

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void leaveNothing() throws IOException {
        cancellations.reversed().forEach(Runnable::run);
        Files.deleteIfExists(Path.of(HostedRoom.ADMIN_FILE));
        await().until(() -> Api.workers().isEmpty());
    }

    @Test
    void theSiteSaysWhatItAllows() {
        given().get("/api/site").then()
                .statusCode(200)
                .body("mode", is("hosted"))
                .body("readOnly", is(false))
                .body("notice", nullValue())
                .body("efforts", contains("quick", "standard"))
                .body("storage", is("ok"))
                .body("busy", is(false));
        as(stranger()).get("/api/experiments/scripted").then()
                .body("efforts.id", contains("quick", "standard"))
                .body("params[0].max", is(512))
                .body("params[0].default", is(512));
    }

    @Test
    void whatIsNotOfferedIsRefusedInWords() {
        refused(422, "{\"experiment\": \"scripted\", \"effort\": \"thorough\"}", "effort may be quick, standard");
        refused(422, "{\"experiment\": \"scripted\", \"params\": {\"size\": 1024}}", "from 8 to 512");
        refused(422, "{\"experiment\": \"worded\", \"params\": {\"megabytes\": 1024}}", "lets a run have 2.0 GB");
    }

    @Test
    void aVisitorHasOneRunGoingAndOneWaiting() {
        String ann = stranger();
        String going = start(ann, Script.ENDLESS, 8);
        awaitRunning(going);
        start(ann, Script.ENDLESS, 16);
        Response third = post(ann, request(Script.ENDLESS, 32));

        third.then().statusCode(429).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("You have a run waiting, and a visitor may have one; it begins in about"));
        assertThat(Integer.parseInt(third.header("Retry-After"))).isPositive();
        assertThat(start(stranger(), Script.ENDLESS, 32)).as("another visitor's").isNotEqualTo(going);
    }

    @Test
    void equalRunsThatWaitAreOneAndNobodyCancelsAStrangers() {
        String going = start(stranger(), Script.ENDLESS, 8);
        awaitRunning(going);
        String ann = stranger();
        String bob = stranger();
        String shared = start(ann, Script.NORMAL, 8);

        assertThat(start(bob, Script.NORMAL, 8)).isEqualTo(shared);
        as(stranger()).delete("/api/runs/" + shared).then()
                .statusCode(403).body("detail", is("Only who asked for a run may cancel it."));
        as(ann).delete("/api/runs/" + shared).then()
                .statusCode(409).body("detail", is("Others asked for the same run, so it goes on for them."));
        as(bob).delete("/api/runs/" + shared).then().statusCode(204);
    }

    @Test
    void theQueueTellsHowLongItWillTake() throws Exception {
        String going = start(stranger(), Script.ENDLESS, 8);
        awaitRunning(going);
        String waiting = start(stranger(), Script.ENDLESS, 16);

        Watching watching = watch(stranger(), waiting);
        assertThat(watching.first.get(20, TimeUnit.SECONDS)).contains("\"position\":1").contains("\"waitSeconds\":");
        watching.socket.abort();
    }

    @Test
    void aRunThatWaitsForNobodyIsCancelled() {
        String going = start(stranger(), Script.ENDLESS, 8);
        awaitRunning(going);
        String left = start(stranger(), Script.ENDLESS, 16);
        // Not asked for meanwhile: that would be a sign of interest.
        await().pollDelay(Duration.ofSeconds(4)).until(() -> Api.state(left).equals("CANCELLED"));
    }

    @Test
    void aFullQueueSaysSo() {
        awaitRunning(start(stranger(), Script.ENDLESS, 8));
        for (int size : List.of(9, 10, 11)) {
            start(stranger(), Script.ENDLESS, size);
        }

        Response refusal = post(stranger(), request(Script.ENDLESS, 12));
        refusal.then().statusCode(503).body("detail", containsString("As many runs wait as may"));
        assertThat(refusal.header("Retry-After")).isNotNull();
    }

    @Test
    void aBurstOfRequestsOfOneVisitorHoldsUpNoOther() {
        String eager = stranger();
        Response last = null;
        for (int request = 0; request < 11; request++) {
            last = post(eager, "{\"experiment\": \"nothing\"}");
        }

        last.then().statusCode(429).body("detail", containsString("You have asked for many runs in a short time"));
        assertThat(last.header("Retry-After")).isNotNull();
        post(stranger(), "{\"experiment\": \"nothing\"}").then().statusCode(404);
    }

    @Test
    void tooManyCallsOfOneVisitorAreRefusedToo() {
        String eager = stranger();
        List<Integer> statuses = new ArrayList<>();
        Response last = null;
        for (int call = 0; call < 800 && !statuses.contains(429); call++) {
            last = as(eager).get("/api/nothing");
            statuses.add(last.statusCode());
        }

        assertThat(statuses).contains(429);
        last.then().contentType(Problem.MEDIA_TYPE).body("detail", containsString("Too many calls in a short time"));
        as(stranger()).get("/api/sections").then().statusCode(200);
    }

    @Test
    void aVisitorWatchesOnSoManyConnectionsAndNoMore() throws Exception {
        String run = start(stranger(), Script.ENDLESS, 8);
        String eager = stranger();
        Watching first = watch(eager, run);
        Watching second = watch(eager, run);
        first.first.get(20, TimeUnit.SECONDS);
        second.first.get(20, TimeUnit.SECONDS);

        assertThat(watch(eager, run).closed.get(20, TimeUnit.SECONDS)).isEqualTo(4429);
        assertThat(watch(stranger(), run).first.get(20, TimeUnit.SECONDS)).contains("\"seq\":1");
        first.socket.abort();
        second.socket.abort();
    }

    @Test
    void whatAClientWritesIntoTheProxysHeaderIsNotItsAddress() {
        String real = stranger();
        for (int request = 0; request < 10; request++) {
            post("198.51.100." + request + ", " + real, "{\"experiment\": \"nothing\"}").then().statusCode(404);
        }

        post("198.51.100.99, " + real, "{\"experiment\": \"nothing\"}").then().statusCode(429);
    }

    @Test
    void anAddressOfVersion6StandsForItsNetwork() {
        for (int request = 0; request < 10; request++) {
            post("2001:db8:0:7::" + request, "{\"experiment\": \"nothing\"}").then().statusCode(404);
        }

        post("2001:db8:0:7:1:2:3:4", "{\"experiment\": \"nothing\"}").then().statusCode(429);
        post("2001:db8:0:8::1", "{\"experiment\": \"nothing\"}").then().statusCode(404);
    }

    @Test
    void theOperatorsFileIsReadWhileTheServerRuns() throws IOException {
        Files.writeString(Path.of(HostedRoom.ADMIN_FILE), "notice = Back at noon – sorry!\nread-only = true\n");
        await().until(() -> given().get("/api/site").path("readOnly").equals(true));

        given().get("/api/site").then().body("notice", is("Back at noon – sorry!"));
        post(stranger(), request(Script.NORMAL, 8)).then().statusCode(503).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("shows results and measures nothing at the moment"));

        Files.delete(Path.of(HostedRoom.ADMIN_FILE));
        await().until(() -> given().get("/api/site").path("readOnly").equals(false));
    }

    @Test
    void whatIsUnderQIsForTheOperator() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/swagger-ui").then().statusCode(404);
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi", "/q/dev-ui")) {
            as(stranger()).get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void noAnswerTellsOfTheServersFiles() {
        String ann = stranger();
        String finished = start(ann, Script.NORMAL, 8);
        Api.awaitState(finished, "FINISHED");
        given().get("/api/runs/" + finished + "/jmh.json").then().body("[0].jvm", is("java"));

        String crashed = start(ann, Script.CRASH, 8);
        Api.awaitState(crashed, "FAILED");
        given().get("/api/runs/" + crashed).then()
                .body("problem.detail", is("The measuring process ended without a result, with exit code 7. "
                        + "The server's log says more."));
    }

    @Test
    void metricsTellOfRunsTheQueueWatchersAndRefusals() {
        String run = start(stranger(), Script.NORMAL, 8);
        Api.awaitState(run, "FINISHED");
        post(stranger(), "{").then().statusCode(400);

        given().accept("text/plain").get("/q/metrics").then().statusCode(200)
                .body(containsString("lanes_runs_total{experiment=\"scripted\",state=\"FINISHED\"}"))
                .body(containsString("lanes_queue_length"))
                .body(containsString("lanes_queue_wait_seconds_count"))
                .body(containsString("lanes_sockets"))
                .body(containsString("lanes_refused_total{status=\"400\"}"))
                .body(not(containsString("lanes_run_failures_total{problem=\"\"")));
    }

    private void refused(int status, String body, String words) {
        post(stranger(), body).then()
                .statusCode(status).contentType(Problem.MEDIA_TYPE).body("detail", containsString(words));
    }

    private String start(String visitor, Script script, int size) {
        Response response = post(visitor, request(script, size));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String id = response.path("id");
        cancellations.add(() -> as(visitor).delete("/api/runs/" + id));
        return id;
    }

    private static void awaitRunning(String id) {
        Api.awaitState(id, "RUNNING");
    }

    private static String request(Script script, int size) {
        return "{\"experiment\": \"scripted\", \"variants\": [\"plain\"], \"params\": {\"script\": %d, \"size\": %d}}"
                .formatted(script.number(), size);
    }

    private static Response post(String visitor, String body) {
        return as(visitor).contentType("application/json").body(body).post("/api/runs");
    }

    private static RequestSpecification as(String visitor) {
        return given().header("X-Forwarded-For", visitor);
    }

    /// An address that no other test has.
    private static String stranger() {
        return "203.0.113." + STRANGERS.incrementAndGet();
    }

    private Watching watch(String visitor, String run) throws Exception {
        Watching watching = new Watching();
        URI address = URI.create("ws://%s:%d/api/runs/%s/events".formatted(server.getHost(), server.getPort(), run));
        watching.socket = HTTP.newWebSocketBuilder().header("X-Forwarded-For", visitor)
                .buildAsync(address, watching).get(20, TimeUnit.SECONDS);
        return watching;
    }

    private static final class Watching implements WebSocket.Listener {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
            first.complete(text.toString());
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
