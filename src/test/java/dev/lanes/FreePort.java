package dev.lanes;

import java.io.IOException;
import java.net.ServerSocket;

/// A port that nobody listens at, for a server that a test starts.
public final class FreePort {
    private FreePort() {}

    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
