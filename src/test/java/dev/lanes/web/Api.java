package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.run.FakeWorker.Script;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What the tests ask of the API again and again.
public final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Api() {}

    static Response post(String body) {
        return given().contentType("application/json").body(body).post("/api/runs");
    }

    static String request(Script script) {
        return "{\"experiment\": \"scripted\", \"variants\": [\"plain\"], \"params\": {\"script\": %d}}"
                .formatted(script.number());
    }

    /// @return the run's id
    public static String start(Script script) {
        Response response = post(request(script));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        return response.path("id");
    }

    static String state(String id) {
        return given().get("/api/runs/" + id).path("state");
    }

    public static void awaitState(String id, String... states) {
        await("run " + id).atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> state(id), Set.of(states)::contains);
    }

    public static int cancel(String id) {
        return given().delete("/api/runs/" + id).statusCode();
    }

    /// The processes that the server has started for its runs; others, such as a browser, are none of its own.
    static List<ProcessHandle> workers() {
        return ProcessHandle.current().children()
                .filter(process -> process.info().commandLine().orElse("").contains("lanes-run-"))
                .toList();
    }
}
