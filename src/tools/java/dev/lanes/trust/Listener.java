package dev.lanes.trust;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A watcher that notes when every event arrived, by `System.nanoTime()`, and what the first one said.
final class Listener implements WebSocket.Listener {
    final CompletableFuture<String> first = new CompletableFuture<>();

    /// In the order of the events, once the server has closed.
    final CompletableFuture<List<Long>> arrivals = new CompletableFuture<>();

    private final List<Long> seen = new ArrayList<>();
    private final StringBuilder begun = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        begun.append(text);
        if (last) {
            seen.add(System.nanoTime());
            first.complete(begun.toString());
            begun.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        arrivals.complete(seen);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
        Exception told = new IOException("After " + seen.size() + " events, with this of the next: " + begun, problem);
        first.completeExceptionally(told);
        arrivals.completeExceptionally(told);
    }
}
