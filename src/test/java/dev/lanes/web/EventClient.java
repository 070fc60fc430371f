package dev.lanes.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.Stream;

/// A watcher of one run that keeps all events it is sent.
public final class EventClient extends TextListener implements AutoCloseable {
    private static final int SECONDS_TO_WAIT = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> frames = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;

    private EventClient() {}

    /// @param path of the events on that server, with its query
    public static EventClient connect(HttpClient http, URI server, String path) throws Exception {
        return connect(http.newWebSocketBuilder(), server, path);
    }

    /// With what that builder adds to the request.
    static EventClient connect(WebSocket.Builder builder, URI server, String path) throws Exception {
        EventClient client = new EventClient();
        URI address = URI.create(server.resolve(path).toString().replaceFirst("^http", "ws"));
        client.socket = builder.buildAsync(address, client).get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        return client;
    }

    public WebSocket socket() {
        return socket;
    }

    /// Waits until the server closes.
    public int closeCode(Duration limit) throws Exception {
        return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits for the first event, as it was sent.
    String first() throws Exception {
        return first.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    }

    /// The events as they were sent.
    public List<String> frames() {
        return List.copyOf(frames);
    }

    public List<JsonNode> events() {
        return frames().stream().flatMap(EventClient::events).toList();
    }

    public List<Long> seqs() {
        return events().stream().map(event -> event.get("seq").asLong()).toList();
    }

    public List<String> types() {
        return events().stream().map(event -> event.get("type").asText()).toList();
    }

    @Override
    protected void text(String whole) {
        frames.add(whole);
        first.complete(whole);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable problem) {
        first.completeExceptionally(problem);
        closed.completeExceptionally(problem);
    }

    @Override
    public void close() {
        socket.abort();
    }

    /// A batch is an array.
    private static Stream<JsonNode> events(String frame) {
        try {
            JsonNode read = JSON.readTree(frame);
            return read.isArray() ? read.valueStream() : Stream.of(read);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException(frame, problem);
        }
    }
}
