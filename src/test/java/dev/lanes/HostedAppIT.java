package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app as a hosted server, from its start to an end of any kind.
@TestMethodOrder(OrderAnnotation.class)
class HostedAppIT {
    private static final String SECRET = "a-password-of-the-server";
    private static final String LONG_RUN = "{\"experiment\": \"row-vs-column\", \"effort\": \"standard\"}";

    @TempDir
    static Path folder;

    private static StartedApp server;

    /// Most tests leave the server as it was; some end it.
    @BeforeEach
    void serverRuns() throws IOException {
        if (server == null || !server.process().isAlive()) {
            start();
        }
    }

    private static void start() throws IOException {
        server = StartedApp.start(folder, StartedApp.Way.plain("hosted-app.log", "-Dquarkus.profile=hosted")
                .with(Map.of("LANES_STORE_PASSWORD", SECRET)));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void aStrangersRunIsMeasuredWithTheLeastItNeedsAndTellsNothingOfTheServer() throws Exception {
        String run = server.submit(StartedApp.RUN_OF_TWO);
        await().atMost(Duration.ofSeconds(30)).until(() ->
                server.isBeingMeasured(run) && server.measuring().count() > 1);
        for (ProcessHandle fork : server.measuring().toList()) {
            assertThat(environment(fork)).doesNotContain(SECRET).doesNotContain("LANES_STORE");
            assertThat(niceness(fork)).isEqualTo(niceness(server.process().toHandle()) + 10);
        }

        JsonNode ended = server.awaitEnd(run);

        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("FINISHED");
        String home = System.getProperty("java.home");
        for (String path : List.of(run, run + "/jmh.json")) {
            assertThat(server.get(path).body()).doesNotContain(home).doesNotContain(folder.toString());
        }
        assertThat(server.json(run + "/jmh.json").get(0).get("jvm").asText()).isEqualTo("java");
    }

    /// Last, since no other test needs a server after it.
    @Test
    @Order(Integer.MAX_VALUE)
    void aHostedServerThatIsToldToStopInMidRunLeavesNothingBehind() throws Exception {
        server.stopWith(server.processesOf(server.submit(LONG_RUN)));

        assertThat(server.runFolders()).isEmpty();
    }

    @Test
    void aServerThatIsKilledInMidRunTakesItsProcessesAlongAndTheNextOneRemovesItsFolders() throws Exception {
        List<ProcessHandle> tree = server.processesOf(server.submit(LONG_RUN));

        server.kill();

        await().atMost(Duration.ofSeconds(30)).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
        start();
        assertThat(server.runFolders()).allMatch(name -> name.startsWith("lanes-run-" + server.process().pid() + "-"));
        assertThat(server.get("/api/site").statusCode()).isEqualTo(200);
    }

    @Test
    void callsLeaveNoSocketOpen() throws Exception {
        int calls = 100;
        server.get("/api/site");
        long before = openFiles();
        for (int call = 0; call < calls; call++) {
            server.get("/api/site");
        }
        assertThat(openFiles()).isLessThan(before + calls / 2);
    }

    private long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + server.process().pid() + "/fd"))) {
            return files.count();
        }
    }

    private static String environment(ProcessHandle process) throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
    }

    /// The 19th field of the kernel's line; the second, in brackets, may hold spaces.
    private static int niceness(ProcessHandle process) throws IOException {
        String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
