package dev.lanes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A way to a server, for tests that cut it, hold it up, or lose what comes back.
public final class Cable implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean cut;
    private volatile boolean held;
    private volatile boolean losing;

    private Cable(URI server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /// @param server its address; what counts is host and port
    public static Cable to(URI server) throws IOException {
        return new Cable(server);
    }

    /// The address that leads through the cable, of the server's own kind.
    public String address(String path) {
        return server.getScheme() + "://localhost:" + door.getLocalPort() + path;
    }

    /// Ends every connection, and all that come until [#mend].
    public void cut() {
        cut = true;
        open.forEach(Cable::closeQuietly);
    }

    /// Lets connections be and nothing through, as a network does that has split.
    public void hold() {
        held = true;
    }

    /// What was asked gets through, answers do not, and the connection breaks.
    public void loseTheNextAnswer() {
        losing = true;
    }

    public void delay(Duration each) {
        delay = each;
    }

    public void mend() {
        cut = false;
        held = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                if (cut) {
                    from.close();
                    continue;
                }
                Socket there = new Socket(server.getHost(), server.getPort());
                open.add(from);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(from, there, false));
                Thread.ofVirtual().start(() -> pass(there, from, true));
            } catch (IOException closedOrAway) {
                // The next connection may have more luck.
            }
        }
    }

    private void pass(Socket from, Socket on, boolean answers) {
        try (from; on) {
            InputStream in = from.getInputStream();
            OutputStream out = on.getOutputStream();
            byte[] some = new byte[64 * 1024];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                while (held && !door.isClosed()) {
                    Thread.sleep(5);
                }
                if (answers && losing) {
                    losing = false;
                    return;
                }
                if (delay.isPositive()) {
                    Thread.sleep(delay);
                }
                out.write(some, 0, count);
            }
        } catch (IOException | InterruptedException ended) {
            // As the tests want it.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
