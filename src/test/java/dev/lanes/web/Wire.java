package dev.lanes.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/// Requests byte by byte, for what no client library would send.
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;

    private Wire() {}

    /// Sends a request without a body.
    ///
    /// @return the head of the answer
    static String head(URI server, String... lines) throws IOException {
        return head(server, (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// @return the head of the answer, without its last line ends; empty if the server closed without one
    static String head(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            InputStream answer = socket.getInputStream();
            for (int one = answer.read(); one >= 0; one = answer.read()) {
                head.write(one);
                if (one == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
            return head.toString(StandardCharsets.ISO_8859_1).strip();
        }
    }

    /// The rest of an answer that ends with its connection is part of it.
    static String whole(URI server, String... lines) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The lines of a WebSocket's handshake, and more headers.
    static String[] handshake(String path, String... headers) {
        String[] lines = {
            "GET " + path + " HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13"
        };
        return Stream.of(lines, headers).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
