package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.web.EventClient;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged app, started as a user starts it and far from the project's folder, with what a test asks of it.
///
/// @param folder its working folder and its folder for temporary files; what it keeps is in `data` below
record StartedApp(Process process, URI address, Path folder) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final Path BUILT = Path.of("target/quarkus-app");
    /// A request for a run that ends soon: its variant is not of the claim, which would take more forks.
    static final String SHORT_RUN = quickRun("\"by-rows-vector\"");
    /// A request for a run that takes at least two forks: time to do something to it.
    static final String RUN_OF_TWO = quickRun("\"by-columns-padded\", \"by-rows-vector\"");
    /// As in the image; a server that lives for seconds also starts with less processor time.
    static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m");

    /// How it is started.
    ///
    /// @param before commands that end by running the rest of the line in their own process
    /// @param app the folder that holds `quarkus-run.jar`
    /// @param flags of its JVM
    /// @param environment what it has besides the test's own
    /// @param log of all that it prints, below `target`
    record Way(List<String> before, Path app, List<String> flags, Map<String, String> environment, String log) {
        static Way plain(String log, String... flags) {
            return new Way(List.of(), BUILT, List.of(flags), Map.of(), log);
        }

        Way from(Path other) {
            return new Way(before, other, flags, environment, log);
        }

        Way with(Map<String, String> more) {
            return new Way(before, app, flags, more, log);
        }
    }

    private static String quickRun(String variants) {
        return "{\"experiment\": \"row-vs-column\", \"variants\": [%s], \"params\": {\"size\": 512}, "
                .formatted(variants) + "\"effort\": \"quick\"}";
    }

    /// Starts it and returns when it is ready.
    static StartedApp start(Path folder, Way way) throws IOException {
        int port = FreePort.find();
        List<String> line = new ArrayList<>(way.before());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(FLAGS);
        line.addAll(way.flags());
        line.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-Dlanes.data=" + folder.resolve("data"),
                "-Djava.io.tmpdir=" + folder,
                "-jar", way.app().resolve("quarkus-run.jar").toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", way.log())));
        builder.environment().putAll(way.environment());
        StartedApp app = new StartedApp(builder.start(), URI.create("http://localhost:" + port), folder);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .failFast("the server has ended, see target/" + way.log(), () -> !app.process().isAlive())
                .until(() -> app.get("/q/health/ready").statusCode() == 200);
        return app;
    }

    /// @return the run's path
    String submit(String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return runOf(answer);
    }

    /// Asks for a run, which may be refused.
    HttpResponse<String> post(String request) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address.resolve("/api/runs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());
    }

    /// The path of the run that was accepted.
    static String runOf(HttpResponse<String> accepted) {
        return accepted.uri().resolve(accepted.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /// @return the status of the answer
    int cancel(String run) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(run)).DELETE().build(), BodyHandlers.discarding())
                .statusCode();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    String state(String run) throws IOException, InterruptedException {
        return json(run).get("state").asText();
    }

    /// Whether an iteration of it has ended.
    boolean isBeingMeasured(String run) throws IOException, InterruptedException {
        return json(run).findValues("iterations").stream().anyMatch(ended -> !ended.isEmpty());
    }

    /// The run, once it has ended in whatever way.
    JsonNode awaitEnd(String run) throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(90)).until(() -> !List.of("QUEUED", "RUNNING").contains(state(run)));
        return json(run);
    }

    /// The run's events after that one, once the stream has ended.
    List<JsonNode> eventsAfter(int seq, String run) throws Exception {
        EventClient client = EventClient.connect(HTTP, address, run + "/events?after=" + seq);
        assertThat(client.closeCode(Duration.ofSeconds(60))).isEqualTo(1000);
        return client.events();
    }

    /// The process that directs a run, or waits for one, and the JVM in which it is measured, without what stands before
    /// them.
    Stream<ProcessHandle> measuring() {
        return process.descendants().filter(one -> one.info().command().orElse("").endsWith("java"));
    }

    /// All processes that the server has started, once the run is measured.
    List<ProcessHandle> processesOf(String run) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(run).equals("RUNNING") && measuring().count() > 1);
        return process.descendants().toList();
    }

    /// Names of the folders of runs, of this server and of others.
    List<String> runFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("lanes-run-"))
                    .toList();
        }
    }

    /// Tells it to stop, and sees that it does and takes those processes along.
    void stopWith(List<ProcessHandle> processes) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(40, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
