package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.lanes.web.http.Origins;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A hosted server behind proxies that tell it more or less of what the browser asked for.
@QuarkusTest
@TestProfile(HostedProfile.class)
@Timeout(60)
class ProxiedTest {

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            demo.example.org      | https://demo.example.org       | -                     | -    | the usual port
            demo.example.org:8443 | https://demo.example.org:8443  | -                     | -    | the host as it came
            demo.example.org      | https://demo.example.org:8443  | -                     | -    | the port left out
            demo.example.org      | https://demo.example.org:8443  | -                     | 8443 | the port told apart
            demo.example.org:8443 | https://demo.example.org:8443  | -                     | 443  | a port that is wrong
            127.0.0.1:8080        | https://demo.example.org:8443  | demo.example.org:8443 | -    | its own host, and what it was
            lanes:8080            | https://demo.example.org       | demo.example.org      | -    | the same, usual port
            my_demo.example.org   | https://my_demo.example.org    | -                     | -    | a name that is no URI's
            [2001:db8::7]:8443    | https://[2001:DB8:0::7]:8443   | -                     | -    | an address
            """)
    void aPageOfThisServerMayCallItThroughAProxy(String host, String origin, String told, String port) throws Exception {
        call(host, origin, told, port).contentType("application/json").body("{\"experiment\": \"nothing\"}")
                .post("/api/runs").then().statusCode(404);
        assertThat(Wire.head(server, Wire.handshake(
                        "/api/runs/nothing/events", "Host: " + host, "Origin: " + origin,
                        told == null ? "X-None: 1" : "X-Forwarded-Host: " + told,
                        port == null ? "X-None: 1" : "X-Forwarded-Port: " + port)))
                .startsWith("HTTP/1.1 101");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            demo.example.org:8443 | https://demo.example.org:9443 | -
            demo.example.org      | https://evil.example          | -
            127.0.0.1:8080        | https://demo.example.org:8443 | -
            127.0.0.1:8080        | https://evil.example          | demo.example.org
            demo.example.org      | http://localhost:8080         | -
            """)
    void aRefusalNamesBothAndTheSetting(String host, String origin, String told) {
        call(host, origin, told, null).delete("/api/runs/nothing").then()
                .statusCode(403).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString(origin))
                .body("detail", containsString(told == null ? host : told))
                .body("detail", containsString(Origins.SETTING + "=" + origin));
    }

    @Test
    void aPreviewNamesTheAddressThatTheVisitorHas() {
        given().header("Host", "127.0.0.1:8080").header("X-Forwarded-Host", "demo.example.org:8443")
                .header("X-Forwarded-Proto", "https").get("/?v=1&at=scripted").then()
                .statusCode(200).body(containsString("https://demo.example.org:8443/?v=1"));
    }

    private static RequestSpecification call(String host, String origin, String told, String port) {
        RequestSpecification call = Strangers.as(Strangers.another()).header("Host", host).header("Origin", origin);
        if (told != null) {
            call.header("X-Forwarded-Host", told);
        }
        return port == null ? call : call.header("X-Forwarded-Port", port);
    }
}
