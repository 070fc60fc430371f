package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs over several values of a parameter, and runs that go on from others.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(60)
class SweepContractTest {

    @Test
    void theValuesOfASweepAreThereBeforeItIsAskedFor() {
        given().get("/api/experiments/scripted").then()
                .body("params.find { it.name == 'size' }.sweep", contains(8, 32, 128, 512, 2048, 8192));
        given().get("/api/experiments/worded").then()
                .body("params.find { it.name == 'kind' }", not(hasKey("sweep")));
    }

    @Test
    void aSweepTellsEachCaseAtEachValueAndWhereItPays() {
        String id = finished("""
                {"experiment": "scripted", "pools": ["platform"], "workers": [4],
                 "sweep": {"param": "size", "values": [64, 8, 16]}}""");

        given().get("/api/runs/" + id).then()
                .body("request.sweep.values", contains(8, 16, 64))
                .body("request.params.size", is(64))
                .body("cases.key", contains(
                        "plain@8", "plain@16", "plain@64", "one-per-worker/platform/4@8",
                        "one-per-worker/platform/4@16", "one-per-worker/platform/4@64"))
                .body("cases.at", contains(8, 16, 64, 8, 16, 64))
                .body("cases[0].work.flops", is(8f))
                .body("swept.param", is("size"))
                .body("swept.lines", hasSize(1))
                .body("swept.lines[0].points.at", contains(8, 16, 64))
                .body("swept.lines[0].breakEvens[0].at", is(16f))
                .body("swept.lines[0].text", is(FakeWorker.SWEPT));
        given().get("/api/runs/" + id + "/jmh.json").then()
                .body("params.size", contains("8", "16", "64", "8", "16", "64"));
    }

    @Test
    void aRunWithoutASweepHasNoneOfIt() {
        String id = finished(Api.request(Script.NORMAL));

        given().get("/api/runs/" + id).then()
                .body("$", not(hasKey("swept")))
                .body("request", not(hasKey("sweep")))
                .body("cases[0]", not(hasKey("at")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"param": "sise"}                            | 422 | sweep.param  | size
            {"param": "size", "values": [8, 9]}          | 422 | sweep.values | 3 to 9
            {"param": "size", "values": [8, 9, 9000]}    | 422 | sweep.values | 9000
            {"param": "size", "values": [8, 9, 9.5]}     | 422 | sweep.values | 9.5
            {"param": "size", "also": ["fast"]}          | 422 | sweep.also   | "fast"
            {"param": "size", "values": "all"}           | 400 | sweep.values | values
            {"param": 7}                                 | 400 | sweep.param  | param
            {"params": "size"}                           | 400 | sweep.params | param
            [8, 9, 10]                                   | 400 | sweep        | sweep
            """)
    void aSweepThatCannotBeIsRefusedByItsField(String sweep, int status, String field, String named) {
        refused(Api.post("{\"experiment\": \"scripted\", \"sweep\": " + sweep + "}"), status, field, named);
    }

    @Test
    void aRunGoesOnFromAFinishedOneAtTheNextEffortAndKeepsWhatWasMeasured() {
        String first = finished(Api.request(Script.NORMAL));
        String second = finished("{\"continues\": \"" + first + "\"}");

        int before = given().get("/api/runs/" + first).path("cases[0].iterations.size()");
        given().get("/api/runs/" + second).then()
                .body("request.effort", is("standard"))
                .body("request.continues", is(first))
                .body("request.variants", contains("plain"))
                .body("cases[0].iterations", hasSize(2 * before));
    }

    @Test
    void whatCannotGoOnIsRefused() {
        refused(Api.post("{\"continues\": \"nothing\"}"), 404, null, "nothing");
        refused(Api.post("{}"), 400, "experiment", "experiment");
        String first = finished(Api.request(Script.NORMAL));
        String continues = "{\"continues\": \"" + first + "\", ";
        refused(Api.post(continues + "\"params\": {\"size\": 8}}"), 422, "params.size", "8");
        refused(Api.post(continues + "\"effort\": \"quick\"}"), 422, "effort", "quick");
        refused(Api.post(continues + "\"experiment\": \"plainest\"}"), 422, "experiment", "plainest");

        String running = Api.start(Script.ENDLESS);
        Api.awaitState(running, "RUNNING");
        refused(Api.post("{\"continues\": \"" + running + "\"}"), 409, null, "RUNNING");
        Api.cancel(running);
    }

    private static String finished(String request) {
        Response accepted = Api.post(request);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        Api.awaitState(accepted.path("id"), "FINISHED");
        return accepted.path("id");
    }

    private static void refused(Response response, int status, String field, String named) {
        response.then().statusCode(status).contentType(Problem.MEDIA_TYPE)
                .body("field", is(field)).body("detail", containsString(named));
    }
}
