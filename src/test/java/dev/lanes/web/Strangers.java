package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.run.FakeWorker.Script;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
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

    static Watching watch(URI server, String visitor, String run) throws Exception {
        Watching watching = new Watching();
        URI address = URI.create("ws://%s:%d/api/runs/%s/events".formatted(server.getHost(), server.getPort(), run));
        watching.socket = HTTP.newWebSocketBuilder().header("X-Forwarded-For", visitor)
                .buildAsync(address, watching).get(20, TimeUnit.SECONDS);
        return watching;
    }

    /// A connection to a run: its first event and, in the end, its close code.
    static final class Watching implements WebSocket.Listener, AutoCloseable {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private WebSocket socket;

        String first() throws Exception {
            return first.get(20, TimeUnit.SECONDS);
        }

        int closeCode() throws Exception {
            return closed.get(20, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
            first.complete(text.toString());
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
