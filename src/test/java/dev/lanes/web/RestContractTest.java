package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lanes.annotation.Section;
import dev.lanes.event.EffortLevel;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
class RestContractTest {

    @Test
    void allTenSectionsComeInOrder() {
        given().get("/api/sections").then()
                .statusCode(200)
                .body("number", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .body("[4].title", is(Section.MEMORY_AND_CACHE.title()))
                .body("[4].headline", notNullValue())
                .body("[4].lead", notNullValue());
    }

    @Test
    void theListOfExperimentsIsInTheGuidesOrderAndWithoutCode() {
        given().get("/api/experiments").then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", contains("plainest", "scripted", "worded"))
                .body("[1].variants[0]", not(hasKey("code")));
    }

    @Test
    void anExperimentTellsAllThatThePageNeeds() {
        ValidatableResponse experiment = given().get("/api/experiments/scripted").then().statusCode(200);

        experiment.body("section", is(3)).body("sectionTitle", is(Section.THREADS.title()));
        Map<String, Object> claim = new HashMap<>(Map.of(
                "text", "The variant is twice as fast.", "guideFigure", "2x", "guideSpeedup", 2.0f, "effect", "HELPS",
                "baselineVariant", "plain", "claimVariant", "one-per-worker", "claimWorkers", 4,
                "againstCores", false, "guideMeasured", false));
        claim.put("yardstickVariant", null);
        experiment.body("claim", equalTo(claim));
        experiment.body("check.kind", is("CLOSE")).body("check.relativeTolerance", is(1e-4f));
        experiment.body("params[0]", equalTo(Map.of(
                "name", "size", "label", "Size", "unit", "floats", "min", 8, "max", 8192, "default", 1024,
                "scale", "log2", "sweep", List.of(8, 32, 128, 512, 2048, 8192))));
        experiment.body("variants.id", contains("plain", "one-per-worker"))
                .body("variants.baseline", contains(true, false))
                .body("variants.pooled", contains(false, true))
                .body("variants.available", contains(true, true));
        experiment.body("pools", contains("platform", "virtual"))
                .body("workers", equalTo(Map.of("allowed", List.of(1, 2, 4), "default", List.of(1, 2, 4))));
        experiment.body("efforts.id", contains("quick", "standard", "thorough"))
                .body("efforts.forks", contains(3, 8, 10))
                .body("efforts[0].secondsForTheClaim", is((float) EffortLevel.QUICK.effort().secondsForTheClaim()))
                .body("efforts[0].label", is("Quick"))
                .body("efforts[0].secondsPerCase", is((float) EffortLevel.QUICK.effort().secondsPerCase()));
    }

    @Test
    void theRarerWordsOfAnExperimentAreTold() {
        ValidatableResponse experiment = given().get("/api/experiments/worded").then().statusCode(200);

        experiment.body("claim.yardstickVariant", is("compiled")).body("claim.againstCores", is(true));
        experiment.body("params[0].choices", contains(
                Map.of("value", 0, "label", "waiting"), Map.of("value", 1, "label", "busy")));
        experiment.body("params[1]", not(hasKey("choices")));
        experiment.body("variants.execution",
                contains("interpreted", "compiled", "from-cold", "from-cold", "compiled", "compiled", "compiled"));
        experiment.body("variants.callsBefore", contains(0, 0, 0, 10, 0, 0, 0));
        experiment.body("variants.available", contains(true, true, true, true, false, false, true))
                .body("variants[5].unavailableBecause", containsString("OpenBLAS"))
                .body("variants[4].unavailableBecause", both(containsString("512")).and(containsString("256")))
                .body("variants[3]", not(hasKey("unavailableBecause")));
        experiment.body("efforts[0].secondsPerCaseBy.compiled", is((float) EffortLevel.QUICK.effort().secondsPerCase()))
                .body("efforts[0].secondsPerCaseBy.keySet()", contains("compiled", "interpreted", "from-cold"));
        experiment.body("guideRun.workers", contains(2, 64))
                .body("guideRun.pools", contains("platform", "virtual"))
                .body("guideRun.variants", not(hasItems("wide", "library")))
                .body("guideRun.seconds", notNullValue());
    }

    @Test
    void theCodeOfAVariantIsItsOwnTextAndWhatItCalls() {
        given().get("/api/experiments/scripted").then()
                .body("variants[0].code[0].file", is("dev/lanes/experiment/sample/Scripted.java"))
                .body("variants[0].code[0].text", startsWith("public double plain() {"))
                .body("variants[0].code.role", contains("variant", "kernel"))
                .body("variants[1].code.role", hasItem("pool"))
                .body("variants[0].code[0].firstLine", notNullValue());
    }

    @Test
    void anExperimentWithoutPoolsSaysSo() {
        given().get("/api/experiments/plainest").then()
                .body("pools", hasSize(0))
                .body("workers", nullValue())
                .body("claim.guideSpeedup", nullValue())
                .body("claim.claimWorkers", nullValue());
    }

    @Test
    void whatThereIsToDoIsToldBeforeAnythingIsMeasured() {
        String id = Api.start(Script.SILENT);

        given().get("/api/runs/" + id).then()
                .body("cases[0].work", equalTo(Map.of("flops", 1024f, "bytes", 4096f, "footprint", 8192f)))
                .body("ceilings", nullValue());
        Api.cancel(id);
        given().get("/api/experiments/scripted").then().body("countsWork", is(true));
        given().get("/api/experiments/plainest").then().body("countsWork", is(false));
    }

    @Test
    void aVariantWhoseWorkIsNotCountedHasNone() {
        String id = Api.post("{\"experiment\": \"scripted\", \"workers\": [2], \"pools\": [\"virtual\"]}").path("id");

        given().get("/api/runs/" + id).then()
                .body("cases[1]", hasKey("work"))
                .body("cases[1].work", nullValue());
    }

    @Test
    void aServerThatMeasuresNoCeilingsSaysSo() {
        given().get("/api/machine/ceilings").then()
                .statusCode(200)
                .body("state", is("NONE"))
                .body("compute", hasSize(0))
                .body("bandwidth", hasSize(0));
        given().post("/api/machine/ceilings").then()
                .statusCode(409)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("lanes.ceilings=off"));
    }

    @Test
    void theMachineIsWhatTheWorkerSees() {
        given().get("/api/machine").then()
                .statusCode(200)
                .body("cpuModel", is("Fake CPU"))
                .body("caches[0].lineBytes", is(64))
                .body("jit", is("C1 and C2"))
                .body("serverJit", is("C1 and C2"))
                .body("mode", is("test"));
    }

    @Test
    void theOnlyKindIsThatOfThisMachine() {
        String kind = given().get("/api/machines").then()
                .statusCode(200)
                .body("kind", hasSize(1))
                .body("[0].label", notNullValue())
                .body("[0].build", notNullValue())
                .body("[0].machines[0].name", notNullValue())
                .body("[0].machines[0].machine.cpuModel", is("Fake CPU"))
                .extract().path("[0].kind");

        given().get("/api/experiments").then().body("machine", contains(kind, kind, kind));
        given().get("/api/experiments/scripted?machine=" + kind).then().statusCode(200).body("machine", is(kind));
        given().get("/api/machine?machine=" + kind).then().statusCode(200).body("cpuModel", is("Fake CPU"));
        given().get("/api/site").then().body("$", not(hasKey("kinds")));
    }

    @Test
    void anUnknownKindIsRefusedWithThoseThereAre() {
        String kind = given().get("/api/machines").path("[0].kind");
        for (String call : List.of("experiments", "experiments/scripted", "machine", "machine/ceilings")) {
            given().get("/api/" + call + "?machine=none-such").then().statusCode(422)
                    .body("field", is("machine"))
                    .body("detail", both(containsString("none-such")).and(containsString(kind)));
        }
        Api.post("{\"experiment\": \"scripted\", \"machine\": \"none-such\"}").then().statusCode(422)
                .body("field", is("machine")).body("detail", containsString(kind));
    }

    @Test
    void aRunIsAcceptedAtOnceAndEndsWithItsResults() {
        Response accepted = Api.post("{\"experiment\": \"scripted\", \"workers\": [2], \"pools\": [\"virtual\"]}");
        String id = accepted.path("id");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(URI.create("/api/runs").resolve(accepted.header("Location"))).hasToString("/api/runs/" + id);

        Api.awaitState(id, "FINISHED");

        ValidatableResponse run = given().get("/api/runs/" + id).then();
        run.body("request", equalTo(Map.of(
                "experiment", "scripted", "params", Map.of("size", 1024, "script", 1),
                "variants", List.of("plain", "one-per-worker"), "pools", List.of("virtual"), "workers", List.of(2),
                "effort", "quick", "machine", given().get("/api/machines").path("[0].kind"))));
        run.body("machine.cpuModel", is("Fake CPU"))
                .body("createdAt", notNullValue())
                .body("startedAt", notNullValue())
                .body("endedAt", notNullValue())
                .body("verdict.outcome", is("HOLDS"))
                .body("lastSeq", is(31))
                .body("$", not(hasKey("problem")));
        run.body("fits", hasSize(1))
                .body("fits[0].variant", is("one-per-worker"))
                .body("fits[0].pool", is("virtual"))
                .body("fits[0].serialShare", nullValue())
                .body("fits[0].refusal", is("Nothing was measured."));
        run.body("cases.key", contains("plain", "one-per-worker/virtual/2"))
                .body("cases.pool", contains("sequential", "virtual"))
                .body("cases[0].samples", contains(101f, 102f, 103f, 104f, 105f))
                .body("cases[0].iterations.findAll { it.phase == 'measure' }.nsPerOp",
                        contains(101f, 102f, 103f, 104f, 105f))
                .body("cases[0].iterations[0].phase", is("warmup"))
                .body("cases[0].iterations[0].round", is(1))
                .body("cases[0].iterations[0].iteration", is(1))
                .body("cases[0].score.median", is(103f))
                .body("cases[0].speedup", nullValue())
                .body("cases[1].speedup.value", is(2f))
                .body("cases[1].correct", is(true))
                .body("cases[1].check.text", is("all agree"))
                .body("cases[1].trust.level", is("good"));
    }

    @Test
    void aFinishedRunCanBeHadInJmhsFormat() {
        String id = Api.post("{\"experiment\": \"scripted\", \"workers\": [2], \"pools\": [\"virtual\"]}").path("id");
        Api.awaitState(id, "FINISHED");

        given().get("/api/runs/" + id + "/jmh.json").then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", hasSize(2))
                .body("[0].jmhVersion", is("1.37"))
                .body("[0].benchmark", is("dev.lanes.experiment.sample.Scripted.plain"))
                .body("[0].mode", is("avgt"))
                .body("[0].forks", is(1))
                .body("[0].jvm", is("java"))
                .body("[0].jvmArgs", contains("-Xmx1g"))
                .body("[0].warmupIterations", is(5))
                .body("[0].measurementTime", is("10 ms"))
                .body("[0].params", equalTo(Map.of("size", "1024", "script", "1")))
                .body("[1].params.pool", is("VIRTUAL"))
                .body("[1].params.workers", is("2"))
                .body("[0].primaryMetric.score", is(103f))
                .body("[0].primaryMetric.scoreUnit", is("ns/op"))
                .body("[0].primaryMetric.scoreConfidence", hasSize(2))
                .body("[0].primaryMetric.scorePercentiles.'50.0'", is(103f))
                .body("[0].primaryMetric.rawData", contains(List.of(101f, 102f, 103f, 104f, 105f)));
    }

    @Test
    void aRunningRunHasNoResultYetAndIsCancelledTwiceWithoutComplaint() {
        String id = Api.start(Script.ENDLESS);
        Api.awaitState(id, "RUNNING");

        given().get("/api/runs/" + id + "/jmh.json").then().statusCode(409).contentType(Problem.MEDIA_TYPE);
        assertThat(Api.cancel(id)).isEqualTo(204);
        assertThat(Api.state(id)).isEqualTo("CANCELLED");
        assertThat(Api.cancel(id)).isEqualTo(204);
    }

    @Test
    void aRunsEventsCanBeAskedForInPlaceOfTheLiveStream() {
        String id = Api.start(Script.ENDLESS);
        Api.awaitState(id, "RUNNING");

        given().get("/api/runs/" + id + "/events").then().statusCode(200)
                .body("ended", is(false))
                .body("events[0].seq", is(1))
                .body("events[0].type", is("queued"));
        Api.cancel(id);
        given().get("/api/runs/" + id + "/events?after=1").then()
                .body("ended", is(true))
                .body("events[0].seq", is(2))
                .body("events[-1].type", is("cancelled"));
        given().get("/api/runs/nothing/events").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        for (String after : List.of("abc", "-1", "1.5", "99999999999999999999")) {
            given().get("/api/runs/" + id + "/events?after=" + after).then()
                    .statusCode(422).contentType(Problem.MEDIA_TYPE).body("field", is("after"));
        }
    }

    @Test
    void aFailedRunTellsWhy() {
        String id = Api.start(Script.CRASH);
        Api.awaitState(id, "FAILED");

        given().get("/api/runs/" + id).then()
                .body("problem.title", notNullValue())
                .body("problem.detail", containsString("code 7"));
    }

    @Test
    void whatHasEndedByItselfCannotBeCancelled() {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");

        given().delete("/api/runs/" + id).then()
                .statusCode(409)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", is(409));
    }

    @Test
    void healthIsThereForProbes() {
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItems("experiments", "queue"));
    }

    @Test
    void theApiDescribesItself() {
        given().accept("application/json").get("/q/openapi").then()
                .statusCode(200)
                .body("paths", hasKey("/api/runs"))
                .body("paths.'/api/runs'.post.responses", hasKey("422"));
    }

    @Test
    void textTravelsCompressed() {
        given().header("Accept-Encoding", "gzip").get("/api/experiments/scripted").then()
                .header("Content-Encoding", is("gzip"));
    }
}
