package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Origins;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every server, hosted or not, says with every answer, and to pages of other sites.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(60)
class SafeAnswersTest {
    private static final String READERS = "Access-Control-Allow-Origin";
    private static final String SHOWERS = "Cross-Origin-Resource-Policy";

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/index.html", "/favicon.svg", "/js/nothing.js", "/api/experiments",
        "/api/site", "/api/runs/nothing", "/api/nothing", "/nothing", "/q/health", "/q/metrics", "/q/openapi",
        "/embed/nothing"
    })
    void everyAnswerHasTheHeaders(String path) {
        Response answer = given().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'").contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Server")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/js/main.js", "/css/tokens.css", "/_static/lit/index.js", "/_static/inter/files/inter-latin-400-normal.woff2"
    })
    void whatIsNoPageHasNoRulesForPages(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.headers().asList()).extracting(Header::getName).doesNotContain(
                "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options");
    }

    @Test
    void onlyAnEmbeddedResultMayBeFramed() {
        assertThat(policy("/")).contains("frame-ancestors 'none'");
        assertThat(given().get("/").header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(policy("/embed/abc")).doesNotContain("frame-ancestors");
        assertThat(given().get("/embed/abc").header("X-Frame-Options")).isNull();
        assertThat(policy("/embed")).contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/js/embed.js", "/css/embed.css", "/_static/inter/files/inter-latin-400-normal.woff2",
        "/api/results/abcdefgh234567ab", "/api/results/abcdefgh234567ab/picture.png"
    })
    void pagesOfOtherSitesMayReadWhatAFrameShows(String path) {
        assertThat(given().header("Origin", "null").get(path).header(READERS)).isEqualTo("*");
        assertThat(given().header("Origin", "null").delete(path).header(READERS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/embed/abcdefgh234567ab", "/api/results", "/api/runs", "/api/runs/abc/result", "/api/machine", "/q/health",
        "/js/../api/runs", "/js/%2e%2e/api/runs", "/js/%2E%2E/api/runs", "/js/..%2fapi/runs", "/js//../api/runs",
        "/js/a/../../api/runs", "/api/results/../runs", "/api/results/%2e%2e/runs", "/api/results/x/../../runs"
    })
    void pagesOfOtherSitesMayReadNothingElse(String path) throws Exception {
        assertThat(Wire.head(server, "GET " + path + " HTTP/1.1", "Host: localhost:" + server.getPort(), "Origin: null"))
                .startsWith("HTTP/1.1 ").doesNotContainIgnoringCase(READERS);
    }

    @Test
    void pagesThatIsolateThemselvesMayShowFramesAndPictures() {
        Response framed = given().get("/embed/abcdefgh234567ab");
        assertThat(framed.header(SHOWERS)).isEqualTo("cross-origin");
        assertThat(framed.header("Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
        for (String of : new String[] {"results/abcdefgh234567ab", "experiments/scripted"}) {
            assertThat(given().get("/api/" + of + "/picture.png").header(SHOWERS)).isEqualTo("cross-origin");
        }
        for (String path : new String[] {"/", "/r/abcdefgh234567ab", "/api/results/abcdefgh234567ab", "/js/main.js"}) {
            assertThat(given().get(path).header(SHOWERS)).as(path).isNull();
        }
    }

    @Test
    void theImportMapIsAllowedByItsHashAndIsTheOnlyInlineScript() throws Exception {
        Matcher inline = Pattern.compile("<script(?![^>]* src=)[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(given().get("/").asString());
        assertThat(inline.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(policy("/")).contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(inline.find()).as("another inline script").isFalse();
    }

    @Test
    void thePagesOwnSocketsAreNamedInThePolicyAndAStrangeHostIsNot() throws Exception {
        assertThat(policy("/")).contains("connect-src 'self' ws://localhost:");
        assertThat(Wire.head(server, "GET / HTTP/1.1", "Host: evil.example; script-src *"))
                .contains("Content-Security-Policy").doesNotContain("script-src *");
    }

    @Test
    void aRefusedMethodNamesTheOnesThatThePathTakes() {
        given().put("/api/runs").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().put("/api/runs/some").then().statusCode(405).header("Allow", "DELETE, GET, HEAD, OPTIONS");
        given().delete("/api/machine").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        for (String origin : new String[] {
            "https://evil.example", "null", "http://localhost:1", "http://localhost", "not an origin", "http://",
            "http://a%20b", "http://localhost@evil.example"
        }) {
            given().header("Origin", origin).contentType("application/json").body(Api.request(Script.NORMAL))
                    .post("/api/runs").then().statusCode(403).contentType(Problem.MEDIA_TYPE)
                    .body("detail", containsString(origin))
                    .body("detail", containsString("localhost:" + server.getPort()))
                    .body("detail", containsString(Origins.SETTING));
            given().header("Origin", origin).delete("/api/runs/nothing").then().statusCode(403);
        }
        given().header("Origin", "https://evil.example").get("/api/sections").then()
                .statusCode(200).header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example").header("Access-Control-Request-Method", "POST")
                .options("/api/runs").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aPageOfAnotherSiteWatchesNothing() throws Exception {
        String id = Api.start(Script.NORMAL);

        assertThat(handshake(id, "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(handshake(id, "Origin: null")).startsWith("HTTP/1.1 403");
        assertThat(handshake(id, "Origin: http://localhost:" + server.getPort())).startsWith("HTTP/1.1 101");
        assertThat(handshake(id, "X-From: a script")).as("no page at all").startsWith("HTTP/1.1 101");
    }

    @Test
    void aLocalServerAllowsEverything() {
        given().get("/api/site").then().statusCode(200)
                .body("mode", is("local")).body("efforts.size()", is(3)).body("readOnly", is(false))
                .body("sharedDays", nullValue()).body("runDays", nullValue());
        given().header("X-Forwarded-For", "203.0.113.1").get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void readinessTellsOfTheWorkerTheDiskAndTheStorage() {
        given().get("/api/machine").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'worker' }.status", is("UP"))
                .body("checks.find { it.name == 'disk' }.status", is("UP"))
                .body("checks.find { it.name == 'storage' }.status", is("UP"));
    }

    private String policy(String path) {
        return given().get(path).header("Content-Security-Policy");
    }

    private String handshake(String id, String header) throws IOException {
        return Wire.head(server, Wire.handshake(
                "/api/runs/%s/events".formatted(id), "Host: localhost:" + server.getPort(), header));
    }
}
