package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.blas.BlasSearch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app on a visitor's own machine.
@TestMethodOrder(OrderAnnotation.class)
class PackagedAppIT {
    private static final String LONG_RUN = "{\"experiment\": \"row-vs-column\", \"effort\": \"thorough\"}";

    /// Legal in a folder's name, and each of them means something else in an address or on a command line.
    private static final String ODD = "a b%20#+[1]&'";

    @TempDir
    static Path temp;

    private static Path folder;
    private static StartedApp.Way way;
    private static StartedApp server;

    @BeforeAll
    static void startInAFolderWithAnOddName() throws IOException {
        folder = Files.createDirectory(temp.resolve(ODD + letters("\u00e9\u4e2d")));
        way = StartedApp.Way.plain("packaged-app.log", "-Dlanes.ceilings=asked").from(
                Files.createSymbolicLink(temp.resolve("a b%20#&'" + letters("\u00e9\u4e2d")), StartedApp.BUILT.toAbsolutePath()));
        start();
    }

    private static void start() throws IOException {
        server = StartedApp.start(folder, way);
    }

    /// The letters, if this system has names of files with them.
    private static String letters(String beyondAscii) {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(beyondAscii)
                ? beyondAscii
                : "";
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.kill();
    }

    @Test
    void thePageAndWhatItImportsAreInTheJar() throws Exception {
        assertThat(server.get("/").body()).contains("<script type=\"importmap\">");
        assertThat(server.get("/js/main.js").statusCode()).isEqualTo(200);
        assertThat(server.get("/test/index.html").statusCode()).isEqualTo(404);
        assertThat(server.get("/q/swagger-ui").statusCode()).isEqualTo(404);
    }

    @Test
    void theCodeOfEveryVariantIsInTheJar() throws Exception {
        for (JsonNode experiment : server.json("/api/experiments")) {
            JsonNode whole = server.json("/api/experiments/" + experiment.get("id").asText());
            assertThat(whole.get("variants")).isNotEmpty()
                    .allSatisfy(variant -> assertThat(variant.get("code").get(0).get("text").asText()).isNotBlank());
        }
    }

    @Test
    void aFolderThatQuarkusCannotReadIsRefusedInOneSentence() throws Exception {
        // Alone: what it would need next is not there, so it ends either way.
        Path app = Files.createDirectory(temp.resolve("c++"));
        Files.copy(StartedApp.BUILT.resolve("quarkus-run.jar"), app.resolve("quarkus-run.jar"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar", app.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines()).singleElement().asString().contains(app.toString());
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aRunIsMeasuredToItsVerdict() throws Exception {
        String run = server.submit(
                "{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}, \"effort\": \"quick\"}");

        JsonNode finished = server.awaitEnd(run);

        assertThat(finished.get("state").asText()).as(finished.toString()).isEqualTo("FINISHED");
        assertThat(finished.get("cases")).hasSize(4)
                .allSatisfy(one -> assertThat(one.get("correct").asBoolean()).isTrue());
        assertThat(finished.get("verdict").get("text").asText()).isNotBlank();
        assertThat(finished.get("machine").get("simdBits").asInt()).isPositive();
        assertThat(finished.get("machine").hasNonNull("blas")).as("the library is packed, too")
                .isEqualTo(BlasSearch.facts().isPresent());
    }

    /// With the limits that the server has without any setting. Last, since it leaves the others nothing to ask for.
    @Test
    @Order(Integer.MAX_VALUE)
    void aHundredRequestsAtOnceLoseNothing() throws Exception {
        Map<Integer, List<HttpResponse<String>>> byStatus;
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<HttpResponse<String>>> calls = callers.invokeAll(
                    Collections.nCopies(100, () -> server.post(LONG_RUN)));
            byStatus = calls.stream().map(Future::resultNow)
                    .collect(Collectors.groupingBy(HttpResponse::statusCode));
        }

        assertThat(byStatus).containsOnlyKeys(202, 429, 503);
        assertThat(byStatus.get(202)).hasSizeBetween(8, 9);
        for (int status : List.of(429, 503)) {
            assertThat(byStatus.get(status)).allSatisfy(refusal -> {
                assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(refusal.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
            });
        }
        for (HttpResponse<String> accepted : byStatus.get(202)) {
            assertThat(server.cancel(StartedApp.runOf(accepted))).isEqualTo(204);
            assertThat(server.state(StartedApp.runOf(accepted))).isEqualTo("CANCELLED");
        }
        // One waits for the next run.
        await().until(() -> server.measuring().count() <= 1);
        assertThat(server.get("/api/experiments").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatIsToldToStopInMidRunLeavesNothingBehind() throws Exception {
        String run = server.submit(LONG_RUN);

        server.stopWith(server.processesOf(run));

        assertThat(server.runFolders()).noneMatch(name -> name.startsWith("lanes-run-" + server.process().pid()));
        start();
        assertThat(server.state(run)).isEqualTo("INTERRUPTED");
        assertThat(server.json(run).at("/problem/detail").asText()).contains("stopped");
    }

    @Test
    void aServerThatIsKilledInMidRunHasWhatFinishedAndKnowsWhatDidNot() throws Exception {
        String finished = server.submit(StartedApp.SHORT_RUN);
        await().atMost(Duration.ofSeconds(60)).until(() -> server.get(finished).body().contains("\"stored\":true"));
        String going = server.submit(LONG_RUN);
        String waiting = server.submit(LONG_RUN);
        await().atMost(Duration.ofSeconds(30)).until(() ->
                server.get("/api/runs?state=RUNNING").body().contains(going.substring("/api/runs/".length())));
        JsonNode before = server.json(finished);

        server.kill();
        start();

        assertThat(server.json(finished)).isEqualTo(before);
        for (String run : List.of(going, waiting)) {
            assertThat(server.state(run)).isEqualTo("INTERRUPTED");
            assertThat(server.json(run).at("/problem/detail").asText()).contains("killed");
            assertThat(server.eventsAfter(5, run)).singleElement().satisfies(event -> {
                assertThat(event.get("seq").asInt()).isEqualTo(6);
                assertThat(event.get("type").asText()).isEqualTo("interrupted");
            });
        }
    }
}
