package dev.lanes.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An engine of a test's own: Debian's redis-server on loopback, in a folder that goes with it.
public final class RedisServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

    private final Path folder;
    private final int port;
    private Process process;

    private RedisServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    public static RedisServer start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RedisServer made = new RedisServer(Files.createTempDirectory("lanes-redis-"), free.getLocalPort());
            free.close();
            made.begin();
            return made;
        }
    }

    /// Starts it, again if it was killed: what it had written is there.
    void begin() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        PROGRAM.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1",
                        "--appendonly", "yes", "--appendfsync", "no", "--save", "", "--dir", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int tries = 0; !answers(); tries++) {
            if (tries > 200 || !process.isAlive()) {
                throw new IOException(Files.readString(folder.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes());
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Kills it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    void empty() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes());
            socket.getInputStream().read();
        }
    }

    int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        }
    }
}
