package dev.lanes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A watcher of one run that keeps all events it is sent.
final class EventClient implements WebSocket.Listener {
    private static final int SECONDS_TO_CONNECT = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final StringBuilder frame = new StringBuilder();
    private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;

    private EventClient() {}

    /// @param path of the events on that server, with its query
    static EventClient connect(HttpClient http, URI server, String path) throws Exception {
        EventClient client = new EventClient();
        URI address = URI.create(server.resolve(path).toString().replaceFirst("^http", "ws"));
        client.socket = http.newWebSocketBuilder().buildAsync(address, client).get(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
        return client;
    }

    WebSocket socket() {
        return socket;
    }

    /// Waits until the server closes.
    int closeCode(Duration limit) throws Exception {
        return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<JsonNode> events() {
        return events;
    }

    List<Long> seqs() {
        return events.stream().map(event -> event.get("seq").asLong()).toList();
    }

    List<String> types() {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        frame.append(text);
        if (last) {
            try {
                events.add(json.readTree(frame.toString()));
            } catch (IOException problem) {
                closed.completeExceptionally(problem);
            }
            frame.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable problem) {
        closed.completeExceptionally(problem);
    }
}
