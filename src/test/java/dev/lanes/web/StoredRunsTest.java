package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(StoringProfile.class)
@Timeout(60)
class StoredRunsTest {

    @Test
    void aRunIsToldTheSameFromMemoryAndFromTheStorage() {
        String id = stored(Script.NORMAL);
        Map<String, Object> remembered = given().get("/api/runs/" + id).path("$");
        String jmh = given().get("/api/runs/" + id + "/jmh.json").asString();

        forget();

        assertThat(given().get("/api/runs/" + id).<Map<String, Object>>path("$")).isEqualTo(remembered);
        assertThat(given().get("/api/runs/" + id + "/jmh.json").asString()).isEqualTo(jmh);
        assertThat(remembered).containsEntry("stored", true).doesNotContainKey("notStoredBecause");
    }

    @Test
    void aFinishedRunIsAResultThatNobodyHasToShare() {
        String id = stored(Script.NORMAL);
        Map<String, Object> remembered = given().get("/api/runs/" + id + "/result").path("$");

        forget();

        given().get("/api/runs/" + id + "/result").then().statusCode(200)
                .body("$", is(remembered))
                .body("version", is(1)).body("id", nullValue()).body("sharedAt", nullValue())
                .body("codeChanged", is(false))
                .body("lanes.version", notNullValue())
                .body("experiment.variants.code.flatten().file", hasItem(containsString("Scripted.java")))
                .body("run.jmhVersion", notNullValue())
                .body("run.jvms.jvm", everyItem(is("java")))
                .body("run.jvms.vmVersion", everyItem(is("25+1")));
        given().get("/api/runs/" + stored(Script.CRASH) + "/result").then().statusCode(409);
        given().get("/api/runs/unknown/result").then().statusCode(404);
    }

    @Test
    void whatEndedWithoutAResultIsKeptToo() {
        String failed = stored(Script.CRASH);
        String cancelled = Api.start(Script.ENDLESS);
        Api.awaitState(cancelled, "RUNNING");
        given().get("/api/runs/" + cancelled + "/result").then().statusCode(409);
        Api.cancel(cancelled);
        awaitStored(cancelled);

        forget();

        given().get("/api/runs/" + failed).then().body("state", is("FAILED")).body("problem.title", notNullValue());
        given().get("/api/runs/" + failed + "/jmh.json").then().statusCode(409);
        assertThat(Api.state(cancelled)).isEqualTo("CANCELLED");
        assertThat(Api.cancel(cancelled)).as("again").isEqualTo(204);
        assertThat(Api.cancel(failed)).as("ended by itself").isEqualTo(409);
    }

    @Test
    void storedRunsAreListedNewestFirstAPageAtATime() {
        String first = stored(Script.NORMAL);
        String second = stored(Script.CRASH);
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        given().get("/api/runs?size=2").then().statusCode(200)
                .body("page", is(1)).body("size", is(2)).body("total", greaterThanOrEqualTo(2))
                .body("runs.id", is(List.of(second, first)))
                .body("runs[0].state", is("FAILED"))
                .body("runs[0].headline", nullValue())
                .body("runs[1].experiment", is("scripted"))
                .body("runs[1].title", is("Scripted"))
                .body("runs[1].effort", is("quick"))
                .body("runs[1].machine", is("Fake CPU"))
                .body("runs[1].headline", is(FakeWorker.ANSWER))
                .body("runs[1].createdAt", startsWith(today.substring(0, 4)));
        given().get("/api/runs?experiment=scripted&machine=fake&state=FINISHED&from=%s&to=%s".formatted(today, today))
                .then().body("runs.id", hasItem(first)).body("runs.state", everyItem(is("FINISHED")));
        given().get("/api/runs?size=1&page=2").then().body("runs.id", is(List.of(first)));
        given().get("/api/runs?experiment=nothing").then().body("total", is(0)).body("runs", hasSize(0));
        given().get("/api/runs?to=2020-01-01").then().body("total", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "state=DONE, state", "page=0, page", "page=x, page", "size=101, size", "size=-1, size", "from=yesterday, from",
        "to=2026-02-30, to", "from=%2B12026-01-01, from", "machine=%00, machine", "page=99999999999, page",
        "from=2026-01-01T99:00:00Z, from"
    })
    void aSearchForWhatThereCannotBeIsRefused(String query, String field) {
        given().urlEncodingEnabled(false).get("/api/runs?" + query).then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("field", is(field));
    }

    /// @return its id, once it is stored
    private static String stored(Script script) {
        String id = Api.start(script);
        awaitStored(id);
        return id;
    }

    private static void awaitStored(String id) {
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + id).path("stored")));
    }

    /// The memory holds one ended run: this one, and no other.
    private static void forget() {
        stored(Script.NORMAL);
    }
}
