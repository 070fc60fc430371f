package dev.lanes.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A way to the server that can be cut: whatever is connected is cut off, and nothing gets through until it is mended.
final class Cable implements AutoCloseable {
    private final URI server;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    private Cable(URI server, ServerSocket end) {
        this.server = server;
        this.end = end;
    }

    static Cable to(URI server) throws IOException {
        Cable cable = new Cable(server, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(cable::accept);
        return cable;
    }

    /// The address that leads through the cable.
    String address(String path) {
        return "http://localhost:" + end.getLocalPort() + path;
    }

    void cut() {
        whole = false;
        open.forEach(Cable::end);
    }

    void mend() {
        whole = true;
    }

    @Override
    public void close() throws IOException {
        end.close();
        cut();
    }

    private void accept() {
        while (!end.isClosed()) {
            try {
                Socket visitor = end.accept();
                if (whole) {
                    Socket there = new Socket(server.getHost(), server.getPort());
                    pump(visitor, there);
                    pump(there, visitor);
                } else {
                    end(visitor);
                }
            } catch (IOException closed) {
                // The loop's condition tells whether this was the end or one visitor who left.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException cut) {
                // One side is gone; the other follows.
            } finally {
                open.remove(from);
                end(from);
                end(to);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
