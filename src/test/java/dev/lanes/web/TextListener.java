package dev.lanes.web;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/// A listener that takes texts whole, in whatever parts they come.
public abstract class TextListener implements WebSocket.Listener {
    private final StringBuilder begun = new StringBuilder();

    protected abstract void text(String whole);

    /// What came of a text that is not complete.
    protected String begun() {
        return begun.toString();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        begun.append(part);
        if (last) {
            String whole = begun.toString();
            begun.setLength(0);
            text(whole);
        }
        socket.request(1);
        return null;
    }
}
