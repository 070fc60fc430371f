package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.BesideOthers;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What a hosted server grants strangers, and every refusal with its words.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@QuarkusTest
@TestProfile(HostedProfile.class)
@Timeout(60)
class HostedTest {
    private final Strangers strangers = new Strangers();

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void leaveNothing() throws IOException {
        strangers.leave();
        Files.deleteIfExists(Path.of(HostedProfile.ADMIN_FILE));
        await().until(() -> Api.workers().isEmpty());
    }

    @Test
    void nobodyEditsCode() {
        given().header("Sec-Fetch-Site", "same-origin").get("/api/workshop").then()
                .statusCode(200).body("open", is(false)).body("because", notNullValue()).body("token", nullValue());
        given().get("/api/site").then().body("workshop", is(false));
        String edits = "\"edits\": [{\"file\": \"dev/lanes/experiment/sample/Scripted.java\", \"text\": \"\"}]";
        given().contentType("application/json").body("{%s}".formatted(edits)).post("/api/compilations").then()
                .statusCode(403);
        given().contentType("application/json").body("{\"experiment\": \"scripted\", %s}".formatted(edits))
                .post("/api/runs").then().statusCode(403);
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
        Strangers.as(Strangers.another()).get("/api/experiments/scripted").then()
                .body("efforts.id", contains("quick", "standard"))
                .body("params[0].max", is(512))
                .body("params[0].default", is(512));
    }

    @Test
    void whatIsNotOfferedIsRefusedInWords() {
        refused(422, "{\"experiment\": \"scripted\", \"effort\": \"thorough\"}", "effort", "quick, standard");
        refused(422, "{\"experiment\": \"scripted\", \"params\": {\"size\": 1024}}", "params.size", "8 to 512");
        refused(422, "{\"experiment\": \"worded\", \"params\": {\"megabytes\": 1024}}", "params", "2.0 GB");
    }

    @Test
    void aBurstOfRequestsOfOneVisitorHoldsUpNoOther() {
        String eager = Strangers.another();
        Response last = null;
        for (int request = 0; request < 11; request++) {
            last = Strangers.post(eager, "{\"experiment\": \"nothing\"}");
        }

        last.then().statusCode(429).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString(" " + last.header("Retry-After") + " s"));
        Strangers.post(Strangers.another(), "{\"experiment\": \"nothing\"}").then().statusCode(404);
    }

    /// All at once: one after the other, on a busy machine, they would be slow enough to be allowed.
    @Test
    void tooManyCallsOfOneVisitorAreRefusedToo() {
        String eager = Strangers.another();
        HttpRequest call = HttpRequest.newBuilder(server.resolve("/api/sections")).header("X-Forwarded-For", eager)
                .build();
        List<HttpResponse<String>> answers;
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            answers = IntStream.range(0, 600).mapToObj(each -> client.sendAsync(call, BodyHandlers.ofString()))
                    .toList().stream().map(CompletableFuture::join).toList();
        }

        assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 429).doesNotContain(500);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            assertThat(answer.body()).contains(answer.headers().firstValue("Retry-After").orElseThrow() + " s");
        });
        Strangers.as(Strangers.another()).get("/api/sections").then().statusCode(200);
    }

    @Test
    void strangersRunsAreListedOnceTheyAreShared() {
        String run = strangers.start(Strangers.another(), Script.NORMAL, 8);
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + run).path("stored")));
        given().get("/api/runs").then().statusCode(200).body("runs.id", not(hasItem(run)));

        Strangers.as(Strangers.another()).contentType("application/json").body(Map.of("run", run))
                .post("/api/results").then().statusCode(201);
        given().get("/api/runs").then().body("runs.id", hasItem(run));
    }

    @Test
    void aFinishedRunIsStoredAndSharedWithTheCeilingsOfTheMachine() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/machine/ceilings").path("state").equals("MEASURED"));
        String run = strangers.start(Strangers.another(), Script.NORMAL, 8);
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + run).path("stored")));
        String result = Strangers.as(Strangers.another()).contentType("application/json").body(Map.of("run", run))
                .post("/api/results").path("id");

        given().get("/api/runs/" + run).then().body("ceilings.compute[1].gflops.median", is(190f));
        given().get("/api/results/" + result).then()
                .body("run.ceilings.compute[1].gflops.median", is(190f))
                .body("run.ceilings.bandwidth.level", contains("L1", "memory"))
                .body("run.verdict.reasons", hasSize(2))
                .body("run.jvms.jvm", contains("java"));
    }

    @Test
    void theCeilingsAreMeasuredAtNoStrangersWish() {
        Strangers.as(Strangers.another()).post("/api/machine/ceilings").then()
                .statusCode(403).contentType(Problem.MEDIA_TYPE).body("detail", notNullValue());
    }

    @Test
    void whatAClientWritesIntoTheProxysHeaderIsNotItsAddress() {
        String real = Strangers.another();
        for (int request = 0; request < 10; request++) {
            Strangers.post("198.51.100." + request + ", " + real, "{\"experiment\": \"nothing\"}").then()
                    .statusCode(404);
        }

        Strangers.post("198.51.100.99, " + real, "{\"experiment\": \"nothing\"}").then().statusCode(429);
    }

    @Test
    void anAddressOfVersion6StandsForItsNetwork() {
        for (int request = 0; request < 10; request++) {
            Strangers.post("2001:db8:0:7::" + request, "{\"experiment\": \"nothing\"}").then().statusCode(404);
        }

        Strangers.post("2001:db8:0:7:1:2:3:4", "{\"experiment\": \"nothing\"}").then().statusCode(429);
        Strangers.post("2001:db8:0:8::1", "{\"experiment\": \"nothing\"}").then().statusCode(404);
    }

    @Test
    void theOperatorsFileIsReadWhileTheServerRuns() throws IOException {
        Files.writeString(Path.of(HostedProfile.ADMIN_FILE), "notice = Back at noon – sorry!\nread-only = true\n");
        await().until(() -> given().get("/api/site").path("readOnly").equals(true));

        given().get("/api/site").then().body("notice", is("Back at noon – sorry!"));
        Strangers.post(Strangers.another(), Strangers.request(Script.NORMAL, 8)).then()
                .statusCode(503).contentType(Problem.MEDIA_TYPE).header("Retry-After", nullValue());

        Files.delete(Path.of(HostedProfile.ADMIN_FILE));
        await().until(() -> given().get("/api/site").path("readOnly").equals(false));
    }

    @Test
    void whatIsUnderQIsForTheOperator() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/metrics").then().statusCode(200);
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi", "/q/dev-ui")) {
            Strangers.as(Strangers.another()).get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void noAnswerTellsOfTheServersFiles() {
        String ann = Strangers.another();
        String finished = strangers.start(ann, Script.NORMAL, 8);
        Api.awaitState(finished, "FINISHED");
        given().get("/api/runs/" + finished + "/jmh.json").then().body("[0].jvm", is("java"));

        String crashed = strangers.start(ann, Script.CRASH, 8);
        Api.awaitState(crashed, "FAILED");
        given().get("/api/runs/" + crashed).then()
                .body("problem.detail", containsString("code 7"))
                .body("problem.detail", not(containsString("line 30")));
    }

    @Test
    void metricsTellOfRunsTheQueueWatchersAndRefusals() {
        String run = strangers.start(Strangers.another(), Script.NORMAL, 8);
        Api.awaitState(run, "FINISHED");
        Strangers.post(Strangers.another(), "{").then().statusCode(400);

        given().accept("text/plain").get("/q/metrics").then().statusCode(200)
                .body(containsString("lanes_runs_total{experiment=\"scripted\",state=\"FINISHED\""))
                .body(containsString("lanes_queue_length"))
                .body(containsString("lanes_queue_wait_seconds_count"))
                .body(containsString("lanes_sockets"))
                .body(containsString("lanes_refused_total{status=\"400\""));
    }

    private void refused(int status, String body, String field, String allowed) {
        Strangers.post(Strangers.another(), body).then()
                .statusCode(status).contentType(Problem.MEDIA_TYPE)
                .body("field", is(field)).body("detail", containsString(allowed));
    }
}
