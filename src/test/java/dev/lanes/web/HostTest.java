package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Hosts;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A local server called by another name than its own, as a page does that has its name lead to this machine.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(60)
class HostTest {

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/?v=1&at=scripted", "/index.html", "/r", "/r/aaaaaaaaaaaaaaaa", "/embed/aaaaaaaaaaaaaaaa", "/js/main.js",
        "/_static/lit/index.js", "/nothing", "/api/experiments", "/api/runs", "/api/nothing", "/q/health",
        "/q/metrics", "/q/openapi"
    })
    void nothingIsThereUnderAStrangeName(String path) {
        given().header("Host", "evil.example:8090").get(path).then()
                .statusCode(421).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("evil.example"))
                .body("detail", containsString(Hosts.SETTING));
    }

    @Test
    void aPageWhoseNameLeadsHereStartsAndWatchesNothing() throws IOException {
        String evil = "evil.example:" + server.getPort();
        given().header("Host", evil).header("Origin", "http://" + evil).contentType("application/json")
                .body(Api.request(Script.NORMAL)).post("/api/runs").then().statusCode(421);
        String id = Api.start(Script.NORMAL);

        assertThat(Wire.head(server, Wire.handshake(
                        "/api/runs/%s/events".formatted(id), "Host: " + evil, "Origin: http://" + evil)))
                .startsWith("HTTP/1.1 421");
        given().header("Host", evil).delete("/api/runs/" + id).then().statusCode(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "notlocalhost", "127.0.0.2", "0.0.0.0",
        "192.168.0.7:8080", "[::2]", "[::]", "localhost..", "2130706433", ""
    })
    void otherNamesAndAddressesAreStrange(String host) throws IOException {
        assertThat(status("HTTP/1.1", "Host: " + host)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "localhost", "localhost:8080", "LocalHost:1", "localhost.", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080",
        "[0:0:0:0:0:0:0:1]"
    })
    void thisMachinesNamesAreItsOwnWhateverThePort(String host) throws IOException {
        assertThat(status("HTTP/1.1", "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil example", "a%20b", "a:b", "localhost:99999", "[::1", "localhost,evil.example"})
    void whatIsNoHostIsABadRequestOrStrange(String host) throws IOException {
        assertThat(status("HTTP/1.1", "Host: " + host)).isIn(400, 421);
    }

    @Test
    void twoNamesAreABadRequest() throws IOException {
        assertThat(status("HTTP/1.1", "Host: localhost", "Host: evil.example")).isEqualTo(400);
        assertThat(status("HTTP/1.1", "Host: evil.example", "Host: localhost")).isIn(400, 421);
    }

    @Test
    void aHeaderThatAnyPageMaySetMakesAStrangeNameNoKnownOne() throws IOException {
        assertThat(status("HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost",
                "Forwarded: host=localhost", "X-Forwarded-For: 127.0.0.1")).isEqualTo(421);
    }

    @Test
    void whoNamesNoHostIsNoBrowser() throws IOException {
        assertThat(status("HTTP/1.0")).isEqualTo(200);
    }

    private int status(String version, String... headers) throws IOException {
        String[] lines = new String[headers.length + 1];
        lines[0] = "GET /api/site " + version;
        System.arraycopy(headers, 0, lines, 1, headers.length);
        String head = Wire.head(server, lines);
        assertThat(head).startsWith("HTTP/1.");
        return Integer.parseInt(head.split(" ")[1]);
    }
}
