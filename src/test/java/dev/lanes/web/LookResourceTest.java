package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
class LookResourceTest {
    private static final String PLAIN = "\"variant\": \"plain\"";

    @Test
    void aLookTellsTheCodeAndTheProfileAsEvents() {
        String id = finished(look(PLAIN, Script.NORMAL, null));
        given().get("/api/runs/" + id + "/events").then()
                .statusCode(200)
                .body("events.type", hasItems("queued", "started", "machineCode", "profile", "finished"));
        given().get("/api/runs/" + id).then()
                .body("state", is("FINISHED"))
                .body("cases[0].machineCode.loop.turn.lanes", is(1))
                .body("cases[0].profile.lines[0].share", is(0.75f));
    }

    @Test
    void whatALookTellsIsKeptWithTheRunAndItsResult() {
        String run = finished(started("/api/runs", "\"params\": {\"script\": 1}"));
        finished(look(PLAIN, Script.NORMAL, run));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            given().get("/api/runs/" + run).then()
                    .body("cases.find { it.key == 'plain' }.machineCode.method", notNullValue())
                    .body("cases.find { it.key == 'plain' }.profile.samples", greaterThan(0))
                    .body("cases.find { it.key != 'plain' }.machineCode", nullValue());
            given().get("/api/runs/" + run + "/result").then()
                    .body("run.cases.find { it.key == 'plain' }.machineCode.method", notNullValue());
        });
        String shared = given().contentType("application/json").body("{\"run\": \"" + run + "\"}")
                .post("/api/results").then().extract().path("id");
        given().get("/api/results/" + shared).then()
                .body("run.cases.find { it.key == 'plain' }.profile.samples", greaterThan(0));
    }

    @Test
    void aLookOfOtherSettingsIsNotKeptWithTheRun() {
        String run = finished(started("/api/runs", "\"params\": {\"script\": 1, \"size\": 16}"));
        finished(look(PLAIN, Script.NORMAL, run));
        given().get("/api/runs/" + run).then().body("cases.find { it.key == 'plain' }.machineCode", nullValue());
    }

    @Test
    void aLookIsNoStoredRun() {
        String id = finished(look(PLAIN, Script.NORMAL, null));
        given().get("/api/runs?size=100").then().statusCode(200).body("runs.id", not(hasItems(id)));
    }

    @Test
    void aFailedLookLeavesTheRunAsItWas() {
        String run = finished(started("/api/runs", "\"params\": {\"script\": 1}"));
        String id = finished(look(PLAIN, Script.FAILURE, run));
        given().get("/api/runs/" + id).then().body("state", is("FAILED"));
        given().get("/api/runs/" + run).then().body("cases.find { it.key == 'plain' }.machineCode", nullValue());
    }

    @Test
    void aLookCanBeCancelled() {
        String id = look(PLAIN, Script.ENDLESS, null).extract().path("id");
        given().delete("/api/runs/" + id).then().statusCode(204);
        given().get("/api/runs/" + id).then().body("state", is("CANCELLED"));
    }

    @Test
    void aLookIsIntoOneCase() {
        String pooled = "\"variant\": \"one-per-worker\"";
        look(pooled, Script.NORMAL, null).statusCode(422).body("field", is("pool"));
        look(pooled + ", \"pool\": \"platform\"", Script.NORMAL, null).statusCode(422).body("field", is("workers"));
        String id = finished(look(pooled + ", \"pool\": \"platform\", \"workers\": 2", Script.NORMAL, null)
                .statusCode(202));
        given().get("/api/runs/" + id).then().body("cases[0].key", is("one-per-worker/platform/2"));
    }

    @Test
    void whatCannotBeLookedAtIsRefused() {
        look("\"variant\": \"nothing\"", Script.NORMAL, null).statusCode(422);
        look("\"params\": {}", Script.NORMAL, null).statusCode(400);
        look(PLAIN + ", \"more\": 1", Script.NORMAL, null).statusCode(400);
    }

    private static ValidatableResponse look(String what, Script script, String run) {
        String params = what.contains("params") ? "" : ", \"params\": {\"script\": %d}".formatted(script.number());
        String with = run == null ? "" : ", \"run\": \"%s\"".formatted(run);
        return started("/api/looks", what + params + with);
    }

    private static ValidatableResponse started(String path, String more) {
        return given().contentType("application/json")
                .body("{\"experiment\": \"scripted\", " + more + "}")
                .post(path).then();
    }

    private static String finished(ValidatableResponse accepted) {
        String id = accepted.statusCode(202).extract().path("id");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                given().get("/api/runs/" + id).then().extract().<String>path("state")).isIn("FINISHED", "FAILED"));
        return id;
    }
}
