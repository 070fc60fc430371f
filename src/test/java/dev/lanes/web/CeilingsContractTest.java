package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// With a worker whose ceilings are known soon, in a folder that knows nothing at first.
@QuarkusTest
@TestProfile(StoringProfile.class)
class CeilingsContractTest {

    @Test
    void theyAreMeasuredByThemselvesAndToldInFull() {
        awaitMeasured();

        given().get("/api/machine/ceilings").then()
                .body("measuredAt", is("2026-01-02T03:04:05Z"))
                .body("jvm", is("Fake VM 25"))
                .body("$", not(hasKey("problem")))
                .body("compute.workers", contains(1, 2))
                .body("compute[0].gflops.median", is(100f))
                .body("compute[0].gflops.low", is(95f))
                .body("compute[0].gflops.high", is(105f));
        given().get("/api/machine/ceilings").then()
                .body("bandwidth.level", contains("L1", "memory"))
                .body("bandwidth.pattern", contains("load", "add"))
                .body("bandwidth[0].upToBytes", is(32768))
                .body("bandwidth[1].upToBytes", nullValue())
                .body("bandwidth[1].workers", is(2))
                .body("bandwidth[1].gbPerSecond.median", is(30f));
    }

    @Test
    void askedForTheyAreMeasuredAnewButNotTwiceAtOnce() {
        awaitMeasured();

        given().post("/api/machine/ceilings").then().statusCode(202).body("state", is("MEASURING"));
        given().post("/api/machine/ceilings").then().statusCode(409).body("detail", containsString("already"));
        awaitMeasured();
    }

    @Test
    void whileARunIsMeasuredTheyAreNot() {
        awaitMeasured();
        String id = Api.start(Script.ENDLESS);
        Api.awaitState(id, "RUNNING");

        given().post("/api/machine/ceilings").then().statusCode(409).body("detail", containsString("run"));
        assertThat(Api.cancel(id)).isEqualTo(204);
        await().until(() -> given().post("/api/machine/ceilings").statusCode() == 202);
        awaitMeasured();
    }

    @Test
    void aRunKeepsTheCeilingsKnownWhenItEnded() {
        awaitMeasured();
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");

        given().get("/api/runs/" + id).then()
                .body("ceilings.compute[1].gflops.median", is(190f))
                .body("ceilings.bandwidth[0].level", is("L1"));
    }

    private static void awaitMeasured() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/api/machine/ceilings").path("state").equals("MEASURED"));
    }
}
