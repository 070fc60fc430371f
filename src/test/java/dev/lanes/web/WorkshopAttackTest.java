package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Edited code, by those who may have it run and by those who may not.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(60)
class WorkshopAttackTest {
    private static final String FILE = "dev/lanes/experiment/sample/Scripted.java";
    private static final String TOKEN = "Lanes-Workshop";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI server;

    @Test
    void thePageCompilesAndRunsAnEdit() {
        compile(ownPage(), text().replace("number / 2.0", "number * 0.5")).statusCode(200)
                .body("ok", is(true)).body("problems.size()", is(0));
        compile(ownPage(), text().replace("number / 2.0", "numbers / 2.0")).statusCode(200)
                .body("ok", is(false))
                .body("problems.file", everyItem(is(FILE)))
                .body("problems.kind", hasItem("ERROR"))
                .body("problems[0].line", is(lineOf("number / 2.0")));
        String id = run(ownPage(), text().replace("number / 2.0", "number * 0.5")).statusCode(202)
                .extract().path("id");
        Api.awaitState(id, "FINISHED");
        given().get("/api/runs/" + id).then()
                .body("cases.key", hasItems("plain", "plain@edit"))
                .body("cases.find { it.key == 'plain@edit' }.edited", is(true))
                .body("cases.find { it.key == 'plain' }.edited", nullValue())
                .body("edits[0].file", is(FILE))
                .body("edits[0].text", containsString("number * 0.5"))
                .body("request.edits", nullValue());
        given().contentType("application/json").body("{\"continues\": \"%s\"}".formatted(id)).post("/api/runs").then()
                .statusCode(422).body("field", is("edits"));
    }

    @Test
    void anEditThatDoesNotCompileIsNotRun() {
        run(ownPage(), text().replace("number / 2.0", "numbers / 2.0")).statusCode(422)
                .contentType(Problem.MEDIA_TYPE).body("field", is("edits"))
                .body("problems[0].line", is(lineOf("number / 2.0")));
    }

    @Test
    void aWholeFileCanBeHadIfAnExperimentShowsIt() {
        given().get("/api/code?file=" + FILE).then().statusCode(200)
                .body("file", is(FILE)).body("text", containsString("class Scripted")).body("version", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "dev/lanes/run/RunQueue.java", "dev/lanes/experiment/../run/RunQueue.java", "/etc/passwd",
        "../../../etc/passwd", "dev/lanes/experiment/sample/", "dev/lanes/experiment/sample/None.java",
        "dev\\lanes\\experiment\\sample\\Scripted.java"
    })
    void noOtherFileCanBeHadOrEdited(String file) {
        given().queryParam("file", file).get("/api/code").then().statusCode(404);
        ownPage().body(json(Map.of("edits", List.of(Map.of("file", file, "text", "")))))
                .post("/api/compilations").then().statusCode(422).body("field", is("edits.file"));
    }

    @Test
    void theNumberAndSizeOfFilesIsBounded() {
        Map<String, String> edit = Map.of("file", FILE, "text", text());
        ownPage().body(json(Map.of("edits", List.of()))).post("/api/compilations").then().statusCode(422);
        ownPage().body(json(Map.of("edits", List.of(edit, edit)))).post("/api/compilations").then().statusCode(422);
        compile(ownPage(), "/" + "*".repeat(300_000) + "/").statusCode(200).body("ok", is(false));
        // Nobody without the token sends more than anybody else.
        compile(ownPage().header(TOKEN, "another"), "/" + "*".repeat(300_000) + "/").statusCode(413);
        compile(ownPage(), "/" + "*".repeat(5_000_000) + "/").statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "Same-Origin", ""})
    void pagesOfOtherSitesGetNoToken(String site) {
        given().header("Sec-Fetch-Site", site).get("/api/workshop").then()
                .statusCode(403).body("token", nullValue());
        given().get("/api/workshop").then().statusCode(403).body("token", nullValue());
        refused(json().header("Origin", origin()).header("Sec-Fetch-Site", site).header(TOKEN, token()), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", "https://localhost", "file://"})
    void pagesOfOtherOriginsRunNothingEvenWithTheToken(String origin) {
        refused(json().header("Origin", origin).header("Sec-Fetch-Site", "same-origin").header(TOKEN, token()), 403);
    }

    @Test
    void whatSaysNoOriginRunsNothing() {
        refused(json().header("Sec-Fetch-Site", "same-origin").header(TOKEN, token()), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed"})
    void nothingRunsWithoutTheToken(String wrong) {
        refused(json().header("Origin", origin()).header("Sec-Fetch-Site", "same-origin"), 403);
        refused(json().header("Origin", origin()).header("Sec-Fetch-Site", "same-origin").header(TOKEN, wrong), 403);
        refused(json().header("Origin", origin()).header("Sec-Fetch-Site", "same-origin")
                .header(TOKEN, token(), token()), 403);
    }

    @Test
    void aNameThatLeadsHereIsNobody() {
        String evil = "evil.example:" + server.getPort();
        given().header("Host", evil).header("Sec-Fetch-Site", "same-origin").get("/api/workshop").then()
                .statusCode(421);
        refused(json().header("Host", evil).header("Origin", "http://" + evil)
                .header("Sec-Fetch-Site", "same-origin").header(TOKEN, token()), 421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormRunsNothing(String type) throws IOException {
        byte[] body = runBody(text()).getBytes(StandardCharsets.UTF_8);
        for (String path : List.of("/api/compilations", "/api/runs")) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(String.join("\r\n",
                    "POST " + path + " HTTP/1.1", "Host: localhost:" + server.getPort(), "Origin: " + origin(),
                    "Sec-Fetch-Site: same-origin", TOKEN + ": " + token(), "Content-Type: " + type,
                    "Content-Length: " + body.length, "", "").getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            assertThat(Wire.head(server, request.toByteArray()).substring("HTTP/1.1 ".length())).containsPattern("^4(00|15) ");
        }
    }

    @Test
    void aLinkRunsNothing() {
        given().queryParam("edits", "x").get("/api/compilations").then().statusCode(405);
        given().header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Site", "none").get("/api/workshop").then()
                .statusCode(403);
    }

    @Test
    void noFrameOfAnotherPageHasThePage() {
        given().header("Sec-Fetch-Dest", "iframe").get("/").then().statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void noOtherOriginMayReadOrSendTheHeader() {
        given().header("Origin", "http://evil.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", TOKEN).options("/api/compilations").then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @Test
    void aSocketFromElsewhereWatchesNoEdit() throws IOException {
        String id = run(ownPage(), text()).statusCode(202).extract().path("id");
        assertThat(Wire.head(server, Wire.handshake(
                        "/api/runs/%s/events".formatted(id), "Host: localhost:" + server.getPort(),
                        "Origin: http://evil.example")))
                .startsWith("HTTP/1.1 403");
        Api.awaitState(id, "FINISHED");
    }

    @Test
    void aLookIntoAnEditTakesTheSame() {
        String body = json(Map.of(
                "experiment", "scripted", "variant", "plain", "params", Map.of("script", Script.NORMAL.number()),
                "edits", List.of(Map.of("file", FILE, "text", text()))));
        json().body(body).post("/api/looks").then().statusCode(403);
        String id = ownPage().body(body).post("/api/looks").then().statusCode(202).extract().path("id");
        Api.awaitState(id, "FINISHED");
        given().get("/api/runs/" + id).then().body("cases.key", is(List.of("plain@edit")));
    }

    /// Nothing that runs edited code answers but with that status; what runs none is as free as before.
    private void refused(RequestSpecification call, int status) {
        call.body(json(Map.of("edits", List.of(Map.of("file", FILE, "text", text()))))).post("/api/compilations")
                .then().statusCode(status);
        call.body(runBody(text())).post("/api/runs").then().statusCode(status);
    }

    private ValidatableResponse compile(RequestSpecification call, String text) {
        return call.body(json(Map.of("experiment", "scripted", "edits", List.of(Map.of("file", FILE, "text", text)))))
                .post("/api/compilations").then();
    }

    private ValidatableResponse run(RequestSpecification call, String text) {
        return call.body(runBody(text)).post("/api/runs").then();
    }

    private static String runBody(String text) {
        return json(Map.of(
                "experiment", "scripted", "variants", List.of("plain"),
                "params", Map.of("script", Script.NORMAL.number()),
                "edits", List.of(Map.of("file", FILE, "text", text))));
    }

    private RequestSpecification ownPage() {
        return json().header("Origin", origin()).header("Sec-Fetch-Site", "same-origin").header(TOKEN, token());
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private String origin() {
        return "http://localhost:" + server.getPort();
    }

    private static String token() {
        return given().header("Sec-Fetch-Site", "same-origin").get("/api/workshop").then()
                .statusCode(200).body("open", is(true)).extract().path("token");
    }

    private static String text() {
        return given().get("/api/code?file=" + FILE).path("text");
    }

    private static int lineOf(String words) {
        return (int) text().substring(0, text().indexOf(words)).lines().count();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
