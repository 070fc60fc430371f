package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.lanes.BesideOthers;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever comes in, the answer is a problem with the right status, nothing is started, and the server goes on.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(60)
class BadInputTest {

    @TestHTTPResource("/api/runs")
    URI runs;

    /// The one process that the server starts by itself ends before the test begins.
    @BeforeEach
    void machineIsRead() {
        given().get("/api/machine").then().statusCode(200);
    }

    @AfterEach
    void nothingWasStartedAndTheServerGoesOn() {
        assertThat(Api.workers()).isEmpty();
        given().get("/api/experiments").then().statusCode(200);
    }

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"experiment": "nothing"}                                          | 404 | experiment    | nothing
            {}                                                                 | 400 | experiment    | missing
            {"experiment": null}                                               | 400 | experiment    | missing
            {"experiment": 5}                                                  | 400 | experiment    | text
            {"experiment": "scripted", "param": {}}                            | 400 | param         | no field
            {"experiment": "scripted", "params": []}                           | 400 | params        | a list
            {"experiment": "scripted", "params": {"sise": 8}}                  | 422 | params.sise   | size, script
            {"experiment": "scripted", "params": {"size": "4096"}}             | 400 | params.size   | text "4096"
            {"experiment": "scripted", "params": {"size": null}}               | 400 | params.size   | null
            {"experiment": "scripted", "params": {"size": true}}               | 400 | params.size   | true
            {"experiment": "scripted", "params": {"size": [8]}}                | 400 | params.size   | a list
            {"experiment": "scripted", "params": {"size": 4096.5}}             | 422 | params.size   | 8 to 8192
            {"experiment": "scripted", "params": {"size": 7}}                  | 422 | params.size   | 8 to 8192
            {"experiment": "scripted", "params": {"size": 8193}}               | 422 | params.size   | 8 to 8192
            {"experiment": "scripted", "params": {"size": -4096}}              | 422 | params.size   | -4096
            {"experiment": "scripted", "params": {"size": 1e400}}              | 422 | params.size   | 1E+400
            {"experiment": "scripted", "params": {"size": 1e999999999}}        | 422 | params.size   | 8 to 8192
            {"experiment": "scripted", "params": {"size": 99999999999999999999999}} | 422 | params.size | 9999999999
            {"experiment": "scripted", "variants": []}                         | 422 | variants      | plain
            {"experiment": "scripted", "variants": "plain"}                    | 400 | variants      | a list
            {"experiment": "scripted", "variants": [1]}                        | 400 | variants      | text
            {"experiment": "scripted", "variants": ["plain", "plain"]}         | 422 | variants      | "plain"
            {"experiment": "scripted", "variants": ["fast"]}                   | 422 | variants      | fast
            {"experiment": "scripted", "pools": ["gpu"]}                       | 422 | pools         | platform, virtual
            {"experiment": "scripted", "pools": ["virtual", "virtual"]}        | 422 | pools         | "virtual"
            {"experiment": "plainest", "pools": ["virtual"]}                   | 422 | pools         | "virtual"
            {"experiment": "scripted", "workers": [3]}                         | 422 | workers       | 1, 2, 4
            {"experiment": "scripted", "workers": ["2"]}                       | 400 | workers       | text "2"
            {"experiment": "scripted", "workers": [2, 2]}                      | 422 | workers       | "2"
            {"experiment": "scripted", "workers": [-1]}                        | 422 | workers       | -1
            {"experiment": "worded", "params": {"kind": 2}}                    | 422 | params.kind   | 1 (busy)
            {"experiment": "worded", "params": {"megabytes": 8192}}            | 422 | params        | 24.5 GB
            {"experiment": "worded", "variants": ["wide"]}                     | 422 | variants      | 512 bits
            {"experiment": "worded", "variants": ["library"]}                  | 422 | variants      | OpenBLAS
            {"experiment": "scripted", "effort": "endless"}                    | 422 | effort        | thorough
            {"experiment": "scripted", "effort": 1}                            | 400 | effort        | text
            """)
    void aBadFieldIsNamed(String body, int status, String field, String detail) {
        Api.post(body).then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("about:blank"))
                .body("title", notNullValue())
                .body("status", is(status))
                .body("field", is(field))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            run it
            {"experiment": "scripted"
            {"experiment": "scripted"} {}
            {"experiment": "scripted", "experiment": "plainest"}
            {"experiment": "scripted", "params": {"size": NaN}}
            {"experiment": "scripted", "params": {"size": 1e99999999999}}
            []
            null
            "scripted"
            """)
    void whatIsNotAJsonObjectIsSaidToBeSo(String body) {
        Api.post(body).then().statusCode(400).contentType(Problem.MEDIA_TYPE).body("detail", notNullValue());
    }

    @Test
    void anEmptyBodyOrDeepNestingIsNotUnderstood() throws Exception {
        Api.post("").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
        given().contentType("application/json").post("/api/runs").then()
                .statusCode(400).contentType(Problem.MEDIA_TYPE);
        // REST Assured would first indent it for its log, which takes half a minute.
        assertThat(send(HttpRequest.BodyPublishers.ofString("[".repeat(20_000)))).isEqualTo(400);
        Api.post("{\"experiment\": \"scripted\", \"params\": {\"size\": " + "9".repeat(5000) + "}}").then()
                .statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().contentType("text/plain").body(Api.request(Script.NORMAL)).post("/api/runs").then()
                .statusCode(415).contentType(Problem.MEDIA_TYPE).body("status", is(415));
        given().contentType("application/x-www-form-urlencoded").body("experiment=scripted").post("/api/runs").then()
                .statusCode(415).contentType(Problem.MEDIA_TYPE);
        given().multiPart("experiment", "scripted").post("/api/runs").then()
                .statusCode(415).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void aTwoMegabyteBodyIsTooLarge() {
        Response response = Api.post("\"" + "x".repeat(2_000_000) + "\"");

        response.then().statusCode(413).contentType(Problem.MEDIA_TYPE).body("detail", containsString("65536"));
    }

    @Test
    void aTwoMegabyteBodyWithoutALengthIsTooLarge() throws Exception {
        assertThat(send(HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[2_000_000])))).isEqualTo(413);
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws Exception {
        try (Socket socket = new Socket(runs.getHost(), runs.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/runs HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 999999999\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : new String[] {
            "/api/nothing", "/api/", "/api/runs/nothing", "/api/experiments/nothing", "/api/runs/nothing/jmh.json",
            "/api/runs/nothing/events", "/api/experiments/%2e%2e%2fmachine", "/api/experiments/" + "x".repeat(2000)
        }) {
            given().urlEncodingEnabled(false).get(path).then()
                    .statusCode(404).contentType(Problem.MEDIA_TYPE).body("status", is(404));
        }
        given().delete("/api/runs/nothing").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsRefused() {
        given().put("/api/runs").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        given().delete("/api/machine").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        given().contentType("application/json").body("{}").post("/api/experiments").then()
                .statusCode(405).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void anAnswerInAnotherFormatIsNotAcceptable() {
        given().accept("text/html").get("/api/experiments").then().statusCode(406).contentType(Problem.MEDIA_TYPE);
    }

    /// @return the status of the answer, which is a problem
    private int send(HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(runs).header("Content-Type", "application/json").POST(body).build();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            return response.statusCode();
        }
    }
}
