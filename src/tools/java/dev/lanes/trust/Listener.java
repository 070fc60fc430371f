package dev.lanes.trust;

import dev.lanes.web.TextListener;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A watcher that notes when every event arrived, by `System.nanoTime()`, and what the first one said.
final class Listener extends TextListener {
    final CompletableFuture<String> first = new CompletableFuture<>();

    /// In the order of the events, once the server has closed.
    final CompletableFuture<List<Long>> arrivals = new CompletableFuture<>();

    private final List<Long> seen = new ArrayList<>();

    @Override
    protected void text(String whole) {
        seen.add(System.nanoTime());
        first.complete(whole);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        arrivals.complete(seen);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
        Exception told = new IOException("After " + seen.size() + " events, with this of the next: " + begun(), problem);
        first.completeExceptionally(told);
        arrivals.completeExceptionally(told);
    }
}
