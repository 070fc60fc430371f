package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream of a run that is in the storage only.
@QuarkusTest
@TestProfile(StoringRoom.class)
@Timeout(60)
class StoredRunSocketTest {

    @TestHTTPResource("/api/runs/")
    URI runs;

    @Test
    void aStoredRunIsReplayedAsItWasFromWhereTheClientWas() throws Exception {
        String id = stored();
        List<String> live = frames(id, 0);
        stored();

        assertThat(frames(id, 0)).hasSize(17).isEqualTo(live);
        assertThat(frames(id, 15)).isEqualTo(live.subList(15, 17));
        assertThat(frames(id, 999)).isEmpty();
    }

    private static String stored() {
        String id = Api.start(Script.NORMAL);
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + id).path("stored")));
        return id;
    }

    /// All that comes until the stream is closed, which is with 1000.
    private List<String> frames(String id, int after) throws Exception {
        Listener listener = new Listener();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String address = runs.toString().replace("http", "ws") + id + "/events?after=" + after;
            client.newWebSocketBuilder().buildAsync(URI.create(address), listener).get(20, TimeUnit.SECONDS);
            assertThat(listener.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
        }
        return listener.frames;
    }

    private static final class Listener implements WebSocket.Listener {
        private final List<String> frames = new ArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            frames.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
