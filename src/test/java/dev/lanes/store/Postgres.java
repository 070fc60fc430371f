package dev.lanes.store;

import dev.lanes.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of a test's own, on loopback, in a folder that goes with it. It is made of Debian's package, whose
/// server does not run as root: there, the package's own user runs it.
public final class Postgres implements AutoCloseable {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String USER = "lanes";

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// The newest that is installed; empty where none is.
    public static Optional<Path> installed() {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// One that was started elsewhere.
    public static Postgres at(Path folder, int port) {
        return new Postgres(installed().orElseThrow(), folder, port);
    }

    /// Makes and starts one.
    public static Postgres start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lanes-postgres-");
        if (root()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        Postgres made = new Postgres(installed().orElseThrow(), folder, FreePort.find());
        made.run("initdb", "-D", made.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
        made.begin();
        return made;
    }

    /// Starts it, again where it was stopped.
    public void begin() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories='' -c fsync=off".formatted(port),
                "start");
    }

    /// Stops it at once, with every connection.
    public void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /// Lets it hang: it accepts connections and answers nothing, until [#resume].
    public void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    public Path folder() {
        return folder;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            stop();
        }
        run(List.of("rm", "-r", folder.toString()));
    }

    private void signal(String name) throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
        List<String> pids = new ArrayList<>(List.of(String.valueOf(pid)));
        ProcessHandle.of(pid).orElseThrow().children().forEach(child -> pids.add(String.valueOf(child.pid())));
        run(Stream.concat(Stream.of("kill", "-" + name), pids.stream()).toList());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        line.add(programs.resolve(program).toString());
        line.addAll(List.of(arguments));
        run(line);
    }

    private static void run(List<String> line) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lanes-postgres-", ".txt");
        Process process = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", line) + ": " + Files.readString(output));
        }
        Files.delete(output);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
