package dev.lanes;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.blas.BlasSearch;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app, started as a user starts it and far from the project's folder.
class PackagedAppIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Process server;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        address = "http://localhost:" + port;
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.port=" + port,
                        "-Dlanes.ceilings=asked",
                        "-Dlanes.data=" + folder.resolve("data"),
                        "-Djava.io.tmpdir=" + folder,
                        "-Dlanes.data=" + folder.resolve("data"),
                        "-jar", Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/packaged-app.log")))
                .start();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void thePageAndWhatItImportsAreInTheJar() throws Exception {
        assertThat(get("/").body()).contains("<script type=\"importmap\">");
        assertThat(get("/js/main.js").statusCode()).isEqualTo(200);
        assertThat(get("/test/index.html").statusCode()).isEqualTo(404);
        assertThat(get("/q/swagger-ui").statusCode()).isEqualTo(404);
    }

    @Test
    void theCodeOfEveryVariantIsInTheJar() throws Exception {
        for (JsonNode experiment : JSON.readTree(get("/api/experiments").body())) {
            JsonNode whole = JSON.readTree(get("/api/experiments/" + experiment.get("id").asText()).body());
            assertThat(whole.get("variants")).isNotEmpty()
                    .allSatisfy(variant -> assertThat(variant.get("code").get(0).get("text").asText()).isNotBlank());
        }
    }

    @Test
    void aRunIsMeasuredToItsVerdict() throws Exception {
        String run = submit("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}, \"effort\": \"quick\"}");

        await().atMost(Duration.ofSeconds(60)).until(() -> !List.of("QUEUED", "RUNNING").contains(state(run)));

        JsonNode finished = JSON.readTree(get(run).body());
        assertThat(finished.get("state").asText()).as(finished.toString()).isEqualTo("FINISHED");
        assertThat(finished.get("cases")).hasSize(3)
                .allSatisfy(one -> assertThat(one.get("correct").asBoolean()).isTrue());
        assertThat(finished.get("verdict").get("text").asText()).isNotBlank();
        assertThat(finished.get("machine").get("simdBits").asInt()).isPositive();
        assertThat(finished.get("machine").hasNonNull("blas")).as("the library is packed, too")
                .isEqualTo(BlasSearch.facts().isPresent());
    }

    @Test
    void aServerThatIsToldToStopInMidRunLeavesNothingBehind() throws Exception {
        String run = submit("{\"experiment\": \"row-vs-column\", \"effort\": \"thorough\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(run).equals("RUNNING"));
        List<ProcessHandle> tree = server.descendants().toList();
        assertThat(tree).isNotEmpty();

        server.destroy();

        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("lanes-run-" + server.pid()));
        }
        start();
        assertThat(state(run)).isEqualTo("INTERRUPTED");
        assertThat(JSON.readTree(get(run).body()).at("/problem/detail").asText()).contains("was stopped");
    }

    @Test
    void aServerThatIsKilledInMidRunHasWhatFinishedAndKnowsWhatDidNot() throws Exception {
        String finished = submit("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}}");
        await().atMost(Duration.ofSeconds(60)).until(() -> get(finished).body().contains("\"stored\":true"));
        String going = submit("{\"experiment\": \"row-vs-column\", \"effort\": \"thorough\"}");
        String waiting = submit("{\"experiment\": \"row-vs-column\", \"effort\": \"thorough\"}");
        await().atMost(Duration.ofSeconds(30)).until(() ->
                get("/api/runs?state=RUNNING").body().contains(going.substring("/api/runs/".length())));
        JsonNode before = JSON.readTree(get(finished).body());

        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        start();

        assertThat(JSON.readTree(get(finished).body())).isEqualTo(before);
        for (String run : List.of(going, waiting)) {
            assertThat(state(run)).isEqualTo("INTERRUPTED");
            assertThat(JSON.readTree(get(run).body()).at("/problem/detail").asText()).contains("without warning");
            assertThat(eventsAfter(5, run)).singleElement(as(STRING))
                    .startsWith("{\"seq\":6,\"type\":\"interrupted\"");
        }
    }

    /// The frames of the live stream until it is closed.
    private static List<String> eventsAfter(int seq, String run) throws Exception {
        List<String> frames = new ArrayList<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(address.replace("http", "ws") + run + "/events?after=" + seq),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                                frames.add(text.toString());
                                return WebSocket.Listener.super.onText(socket, text, last);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                                closed.complete(code);
                                return null;
                            }
                        })
                .get(10, TimeUnit.SECONDS);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        return frames;
    }

    private static String submit(String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/api/runs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String state(String run) throws IOException, InterruptedException {
        return JSON.readTree(get(run).body()).get("state").asText();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
