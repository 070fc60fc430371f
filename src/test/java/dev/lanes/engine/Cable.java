package dev.lanes.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies between a server and the engine, for tests that cut it, hold it up, or lose what comes back.
final class Cable implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean cut;
    private volatile boolean held;
    private volatile boolean losing;

    private Cable(int to) throws IOException {
        this.to = to;
        Thread.ofVirtual().start(this::accept);
    }

    static Cable to(RedisServer redis) throws IOException {
        return new Cable(redis.port());
    }

    String url() {
        return "redis://127.0.0.1:" + door.getLocalPort();
    }

    /// Ends every connection, and all that come until [#mend].
    void cut() {
        cut = true;
        open.forEach(Cable::closeQuietly);
    }

    /// Lets connections be and nothing through, as a network does that has split.
    void hold() {
        held = true;
    }

    /// What was asked gets through, answers do not, and the connection breaks.
    void loseTheNextAnswer() {
        losing = true;
    }

    void delay(Duration each) {
        delay = each;
    }

    void mend() {
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
                Socket engine = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(from);
                open.add(engine);
                Thread.ofVirtual().start(() -> pass(from, engine, false));
                Thread.ofVirtual().start(() -> pass(engine, from, true));
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
