package dev.lanes.engine;

import dev.lanes.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An engine of a test's own: Debian's redis-server on loopback, in a folder that goes with it.
public final class RedisServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

    private final Path folder;
    private final int port;
    private final List<String> addresses;
    private Process process;

    private RedisServer(Path folder, int port, List<String> addresses) {
        this.folder = folder;
        this.port = port;
        this.addresses = addresses;
    }

    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    public static RedisServer start() throws IOException, InterruptedException {
        return start("127.0.0.1");
    }

    /// @param addresses at which it can be reached, this machine's own first
    public static RedisServer start(String... addresses) throws IOException, InterruptedException {
        RedisServer made = new RedisServer(
                Files.createTempDirectory("lanes-redis-"), FreePort.find(), List.of(addresses));
        made.begin();
        return made;
    }

    /// Starts it, again if it was killed: what it had written is there.
    void begin() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(PROGRAM.toString(), "--port", String.valueOf(port), "--bind"));
        line.addAll(addresses);
        line.addAll(List.of(
                "--protected-mode", "no", "--appendonly", "yes", "--appendfsync", "no", "--save", "", "--dir",
                folder.toString()));
        process = new ProcessBuilder(line)
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

    public int port() {
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
