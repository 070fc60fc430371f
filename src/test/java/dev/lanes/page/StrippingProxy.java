package dev.lanes.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A reverse proxy that shows the server below a path and strips that path from every request; what is asked for
/// anywhere else is not there. It does what nginx does with `location /demo/ { proxy_pass http://server/; }`.
final class StrippingProxy implements AutoCloseable {
    static final String PATH = "/demo";

    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final URI server;
    private final ServerSocket end;

    private StrippingProxy(URI server, ServerSocket end) {
        this.server = server;
        this.end = end;
    }

    static StrippingProxy of(URI server) throws IOException {
        StrippingProxy proxy = new StrippingProxy(server, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /// Where the server's root is in a browser, without a slash at its end.
    String root() {
        return "http://localhost:" + end.getLocalPort() + PATH;
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket visitor = end.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                // The loop's condition tells whether this was the end.
            }
        }
    }

    /// One request of a connection, and its answer or all that a WebSocket has to say.
    private void serve(Socket visitor) {
        try (visitor) {
            InputStream asked = new BufferedInputStream(visitor.getInputStream());
            String head = head(asked);
            if (!head.contains(" " + PATH + "/")) {
                visitor.getOutputStream().write(NOT_FOUND.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (Socket there = new Socket(server.getHost(), server.getPort())) {
                there.getOutputStream().write(stripped(head).getBytes(StandardCharsets.ISO_8859_1));
                Thread.ofVirtual().start(() -> pass(asked, there));
                there.getInputStream().transferTo(visitor.getOutputStream());
            }
        } catch (IOException gone) {
            // One side has left; the other is closed with it.
        }
    }

    private static String stripped(String head) {
        String closing = head.toLowerCase(Locale.ROOT).contains("\r\nupgrade: websocket")
                ? head
                : head.replaceFirst("(?i)\r\nConnection: [^\r]*", "\r\nConnection: close");
        return closing.replaceFirst(" " + PATH + "/", " /")
                .replaceFirst("\r\n", "\r\nX-Forwarded-Prefix: " + PATH + "\r\n");
    }

    private static String head(InputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int letter = from.read();
            if (letter < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) letter);
        }
        return head.toString();
    }

    private static void pass(InputStream from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[8192];
            for (int length = from.read(part); length >= 0; length = from.read(part)) {
                out.write(part, 0, length);
            }
            to.close();
        } catch (IOException gone) {
            // The answer's end closes both.
        }
    }
}
