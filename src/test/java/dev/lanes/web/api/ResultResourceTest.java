package dev.lanes.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.Api;
import dev.lanes.web.StoringProfile;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(StoringProfile.class)
@Timeout(60)
class ResultResourceTest {

    @Test
    void aSharedResultIsTheRunAndTheExperimentAsTheyWere() {
        String run = finished();
        Response shared = share(run);
        shared.then().statusCode(201)
                .body("id", matchesPattern("[a-z2-7]{16}"))
                .body("url", is("../r/" + shared.path("id")))
                .body("$", hasKey("expiresAt"))
                .body("expiresAt", nullValue())
                .body("secret", notNullValue());

        Map<String, Object> told = given().get("/api/runs/" + run).path("$");
        told.remove("stored");
        Response result = result(shared.path("id"));
        result.then().statusCode(200)
                .body("version", is(1))
                .body("id", is(shared.<String>path("id")))
                .body("experiment", is(given().get("/api/experiments/scripted").<Map<String, Object>>path("$")))
                .body("lanes.version", notNullValue())
                .body("sharedAt", notNullValue())
                .body("$", hasKey("expiresAt"))
                .body("recorded", nullValue())
                .body("codeChanged", is(false))
                .body("$", not(hasKey("secret")));
        assertThat(result.<Map<String, Object>>path("run")).isEqualTo(told);
    }

    @Test
    void theSameResultIsOneLinkAndItsSecretIsToldOnce() {
        String run = finished();
        String first = share(run).path("id");
        Response again = share(run);
        String another = share(finished()).path("id");

        again.then().statusCode(200).body("id", is(first)).body("secret", nullValue());
        assertThat(another).isNotEqualTo(first);
    }

    @Test
    void onlyWhoHoldsTheSecretDeletesAResult() {
        String run = finished();
        Response shared = share(run);
        String path = "/api/results/" + shared.path("id");

        given().delete(path).then().statusCode(403).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("Bearer"));
        given().header("Authorization", "Bearer wrong").delete(path).then().statusCode(403);
        result(shared.path("id")).then().statusCode(200);

        String secret = shared.path("secret");
        given().header("Authorization", "Bearer " + secret).delete(path).then().statusCode(204);
        given().get(path).then().statusCode(410).contentType(Problem.MEDIA_TYPE);
        given().header("Authorization", "Bearer " + secret).delete(path).then().statusCode(204);
        share(run).then().statusCode(201).body("id", is(shared.<String>path("id")));
    }

    @Test
    void onlyAFinishedRunHasAResult() {
        String failed = Api.start(Script.FAILURE);
        Api.awaitState(failed, "FAILED");
        share(failed).then().statusCode(409).body("detail", containsString("FAILED"));

        String running = Api.start(Script.ENDLESS);
        Api.awaitState(running, "RUNNING");
        share(running).then().statusCode(409);
        Api.cancel(running);

        share("nothing").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {                       |
            []                      |
            {}                      | run
            {"run": 5}              | run
            {"run": "a", "x": 1}    | x
            """)
    void whatIsNoRequestToShareIsRefused(String body, String field) {
        given().contentType("application/json").body(body).post("/api/results").then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("field", is(field))
                .body("detail", notNullValue());
    }

    @Test
    void whatWasNeverSharedIsUnknown() {
        result("aaaaaaaaaaaaaaaa").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        result("NOT-AN-ID").then().statusCode(404);
        given().header("Authorization", "Bearer x").delete("/api/results/aaaaaaaaaaaaaaaa").then().statusCode(404);
    }

    private static String finished() {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");
        return id;
    }

    private static Response share(String run) {
        return given().contentType("application/json").body(Map.of("run", run)).post("/api/results");
    }

    private static Response result(String id) {
        return given().get("/api/results/" + id);
    }
}
