package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.run.FakeWorker.Script;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Visitors of a hosted server, each with an address of its own, and the runs they asked for.
final class Strangers {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Runnable> cancellations = new ArrayList<>();

    /// An address that no other test has.
    static String another() {
        return "203.0.113." + COUNT.incrementAndGet();
    }

    static RequestSpecification as(String visitor) {
        return given().header("X-Forwarded-For", visitor);
    }

    static Response post(String visitor, String body) {
        return as(visitor).contentType("application/json").body(body).post("/api/runs");
    }

    static String request(Script script, int size) {
        return ("{\"experiment\": \"scripted\", \"variants\": [\"plain\"], "
                + "\"params\": {\"script\": %d, \"size\": %d}}").formatted(script.number(), size);
    }

    /// @return the run's id
    String start(String visitor, Script script, int size) {
        Response response = post(visitor, request(script, size));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String id = response.path("id");
        cancellations.add(() -> as(visitor).delete("/api/runs/" + id));
        return id;
    }

    /// Cancels the runs, the last first, so that none begins meanwhile.
    void leave() {
        cancellations.reversed().forEach(Runnable::run);
    }

    static EventClient watch(URI server, String visitor, String run) throws Exception {
        return EventClient.connect(
                HTTP.newWebSocketBuilder().header("X-Forwarded-For", visitor), server,
                "/api/runs/%s/events".formatted(run));
    }
}
