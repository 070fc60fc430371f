package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app as a hosted server, from its start to an end of any kind.
class HostedAppIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET = "a-password-of-the-server";

    @TempDir
    Path folder;

    private Process server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        int port = freePort();
        address = "http://localhost:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.profile=hosted",
                        "-Dquarkus.http.port=" + port,
                        "-Dlanes.data=" + folder.resolve("data"),
                        "-Djava.io.tmpdir=" + folder,
                        "-jar", Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/hosted-app.log")));
        builder.environment().put("LANES_STORE_SECRET", SECRET);
        server = builder.start();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void aStrangersRunIsMeasuredWithTheLeastItNeedsAndTellsNothingOfTheServer() throws Exception {
        String run = submit("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}, \"effort\": \"quick\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> forks().count() > 1);
        for (ProcessHandle fork : forks().toList()) {
            assertThat(environment(fork)).doesNotContain(SECRET).doesNotContain("LANES_");
            assertThat(niceness(fork)).isEqualTo(niceness(server.toHandle()) + 10);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> !List.of("QUEUED", "RUNNING").contains(state(run)));

        assertThat(state(run)).as(get(run).body()).isEqualTo("FINISHED");
        String home = System.getProperty("java.home");
        for (String path : List.of(run, run + "/jmh.json")) {
            assertThat(get(path).body()).doesNotContain(home).doesNotContain(folder.toString());
        }
        assertThat(JSON.readTree(get(run + "/jmh.json").body()).get(0).get("jvm").asText()).isEqualTo("java");
    }

    @Test
    void aHostedServerThatIsToldToStopInMidRunLeavesNothingBehind() throws Exception {
        List<ProcessHandle> tree = measuring();

        server.destroy();

        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void aServerThatIsKilledInMidRunTakesItsProcessesAlongAndTheNextOneRemovesItsFolders() throws Exception {
        List<ProcessHandle> tree = measuring();

        server.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
        start();
        assertThat(runFolders()).allMatch(name -> name.startsWith("lanes-run-" + server.pid() + "-"));
        assertThat(get("/api/site").statusCode()).isEqualTo(200);
    }

    private List<ProcessHandle> measuring() throws IOException, InterruptedException {
        String run = submit("{\"experiment\": \"row-vs-column\", \"effort\": \"standard\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(run).equals("RUNNING") && forks().count() > 1);
        return server.descendants().toList();
    }

    /// The process that directs the run, and the JVM in which it is measured.
    private Stream<ProcessHandle> forks() {
        return server.descendants().filter(process -> process.info().command().orElse("").endsWith("java"));
    }

    private static String environment(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
    }

    /// The 19th field of the kernel's line; the second, in brackets, may hold spaces.
    private static int niceness(ProcessHandle process) throws IOException {
        String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private List<String> runFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("lanes-run-"))
                    .toList();
        }
    }

    private String submit(String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/api/runs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String state(String run) throws IOException, InterruptedException {
        JsonNode known = JSON.readTree(get(run).body());
        return known.get("state").asText();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
