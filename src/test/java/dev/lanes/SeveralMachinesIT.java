package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.engine.RedisServer;
import dev.lanes.store.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app as two fronts and two machines, each a process of its own. Skipped if no redis-server or no
/// PostgreSQL is installed.
class SeveralMachinesIT {
    private static final String LEASE = "-Dlanes.engine.lease=6S";

    @TempDir
    static Path folder;

    private static RedisServer engine;
    private static Postgres database;
    private static StartedApp front;
    private static StartedApp other;
    private static StartedApp machine;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(RedisServer.installed()).as("Debian's package redis-server is installed").isTrue();
        assumeThat(Postgres.installed()).as("Debian's package postgresql is installed").isPresent();
        engine = RedisServer.start();
        database = Postgres.start();
        try (ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<StartedApp> measurer = starting.submit(() -> machine("one"));
            Future<StartedApp> first = starting.submit(() -> front("one"));
            other = front("other");
            machine = measurer.get();
            front = first.get();
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        for (StartedApp app : new StartedApp[] {front, other, machine}) {
            if (app != null) {
                app.close();
            }
        }
        if (database != null) {
            database.close();
            engine.close();
        }
    }

    private static StartedApp front(String name) throws IOException {
        return app("front", name, "-Dlanes.store.url=" + database.url(), "-Dlanes.store.user=" + database.user(),
                "-Dlanes.store.server=" + name);
    }

    private static StartedApp machine(String name) throws IOException {
        return app("measurer", name, "-Dlanes.machine.name=" + name, "-Dlanes.ceilings=off");
    }

    private static StartedApp app(String role, String name, String... flags) throws IOException {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("-Dlanes.role=" + role, "-Dlanes.engine.url=" + engine.url(), LEASE));
        Path own = Files.createDirectories(folder.resolve(role + "-" + name));
        return StartedApp.start(
                own, StartedApp.Way.plain("several-" + role + "-" + name + ".log", all.toArray(String[]::new)));
    }

    @Test
    void aRunIsMeasuredElsewhereAndWatchedAtAnyFrontEvenIfTheOneThatTookItIsKilled() throws Exception {
        assertThat(machine.get("/").statusCode()).isEqualTo(404);
        assertThat(machine.get("/api/experiments").statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20)).until(() ->
                front.json("/api/machines").at("/0/machines").toString().contains("\"idle\""));
        assertThat(front.json("/api/machine").path("cpuModel").asText()).isNotBlank();

        String run = front.submit(StartedApp.SHORT_RUN);
        assertThat(other.state(run)).isIn("QUEUED", "RUNNING");
        front.kill();

        List<JsonNode> events = other.eventsAfter(0, run);
        assertNumbered(events);
        assertThat(events.getLast().path("type").asText()).isEqualTo("finished");
        await().atMost(Duration.ofSeconds(20)).until(() -> other.json(run).path("stored").asBoolean());
        front = front("one");
        assertThat(front.state(run)).isEqualTo("FINISHED");
        assertThat(front.get(run + "/result").statusCode()).isEqualTo(200);
    }

    @Test
    void aMachineThatIsKilledOrStandsStillLosesItsRunToAnother() throws Exception {
        for (String signal : List.of("KILL", "STOP")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> other.json("/api/machines").at("/0/machines").toString()
                    .contains("\"idle\""));
            String run = other.submit(StartedApp.RUN_OF_TWO);
            await().atMost(Duration.ofSeconds(30)).until(() -> other.isBeingMeasured(run));
            signal(signal);
            StartedApp next = machine("next-" + signal);
            try {
                List<JsonNode> events = other.eventsAfter(0, run);
                assertNumbered(events);
                assertThat(events.getLast().path("type").asText()).isEqualTo("finished");
                assertThat(events).filteredOn(event -> event.path("type").asText().equals("restarted")).hasSize(1);
                int starts = (int) events.stream()
                        .filter(event -> event.path("type").asText().equals("started")).count();
                assertThat(starts).isEqualTo(2);
                signal("CONT");
                await().during(Duration.ofSeconds(2)).until(() ->
                        other.json(run).path("lastSeq").asInt() == events.size());
                assertThat(next.process().isAlive()).isTrue();
            } finally {
                machine.close();
                machine = next;
            }
        }
    }

    @Test
    void aServerAloneLoadsNothingOfTheEngine() throws Exception {
        Path classes = folder.resolve("classes.txt");
        Path own = Files.createDirectories(folder.resolve("alone"));
        try (StartedApp alone = StartedApp.start(
                own, StartedApp.Way.plain("several-alone.log", "-Xlog:class+load:file=" + classes))) {
            assertThat(alone.get("/api/machines").statusCode()).isEqualTo(200);
        }
        assertThat(Files.readString(classes)).contains("dev.lanes.run.RunQueue ")
                .doesNotContain("io.vertx.redis.", "dev.lanes.engine.EngineLink ", "dev.lanes.engine.EngineDesk ");
    }

    private static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(machine.process().pid())).start().waitFor();
    }

    private static void assertNumbered(List<JsonNode> events) {
        assertThat(events).extracting(event -> event.path("seq").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
    }
}
