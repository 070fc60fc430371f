package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.blas.BlasSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app with the rights that the compose file leaves it: a user without a home and without capabilities, a
/// file system that is read-only but for one folder, and a limit on memory. Skipped where nobody may give rights away,
/// which takes Linux and root.
class LeastRightsIT {
    private static final String NOBODY = "65534";
    /// Of address space, for each process: a JVM reserves far more than it uses.
    private static final String LIMIT = String.valueOf(6L << 30);

    /// Ends by running the rest of its arguments. The first two are the folder around it all, and the app.
    private static final String CONFINED = """
            box=$1 app=$2; shift 2
            mount --make-rprivate / && mount --bind "$app" "$box/app" && mount --bind "$box/work" "$box/work" \
            && mount -o remount,bind,ro "$box/app" && mount -o remount,bind,ro / \
            && exec prlimit --as=%s setpriv --reuid=%s --regid=%s --clear-groups --no-new-privs \
                --bounding-set=-all -- "$@"
            """.formatted(LIMIT, NOBODY, NOBODY);

    @TempDir
    static Path box;

    private static StartedApp server;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        Files.createDirectory(box.resolve("app"));
        Files.createDirectory(box.resolve("work"));
        assumeThat(run("chmod", "755", box.toString()) + run("chown", NOBODY, box.resolve("work").toString()))
                .as("the test runs as root").isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assumeThat(run(Stream.concat(confined().stream(), Stream.of(java, "-version")).toArray(String[]::new)))
                .as("a process can be confined, and may run this Java").isZero();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aRunIsMeasuredAndKeptWithNoMoreRightsThanInAContainer() throws Exception {
        start("prod");
        aRunIsMeasuredAndKept();
    }

    @Test
    void aHostedServerDoesSoTooAndToldToStopInMidRunLeavesNothingBehindAndKnowsTheRunAfterwards() throws Exception {
        start("hosted");
        aRunIsMeasuredAndKept();
        String run = server.submit("{\"experiment\": \"row-vs-column\", \"effort\": \"standard\"}");

        server.stopWith(server.processesOf(run));

        assertThat(server.runFolders()).isEmpty();
        start("hosted");
        assertThat(server.state(run)).isEqualTo("INTERRUPTED");
    }

    private static void aRunIsMeasuredAndKept() throws Exception {
        assertThat(rights()).contains("Uid:\t" + NOBODY, "NoNewPrivs:\t1", "CapBnd:\t0000000000000000");
        assertThat(Files.readAllLines(ofServer("mounts"))).as("the root is read-only")
                .anyMatch(mount -> mount.matches("\\S+ / \\S+ ro[, ].*"));

        String run = server.submit(StartedApp.SHORT_RUN);
        JsonNode ended = server.awaitEnd(run);

        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("FINISHED");
        assertThat(ended.get("machine").hasNonNull("blas")).as("the library can be unpacked: %s", ended.get("machine"))
                .isEqualTo(BlasSearch.facts().isPresent());
        await().until(() -> server.json(run).path("stored").asBoolean());
        assertThat(server.runFolders()).as("of the process that waits for the next run, with its lock")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static void start(String profile) throws IOException, InterruptedException {
        stop();
        server = StartedApp.start(box.resolve("work"), new StartedApp.Way(
                confined(), box.resolve("app"),
                List.of("-Xmx300m", "-Dquarkus.profile=" + profile, "-Dlanes.ceilings=asked"),
                Map.of("HOME", "/nonexistent"), "least-rights.log"));
    }

    private static List<String> confined() {
        return List.of("unshare", "--mount", "--", "sh", "-c", CONFINED, "sh", box.toString(),
                Path.of("target/quarkus-app").toAbsolutePath().toString());
    }

    private static String rights() throws IOException {
        return Files.readString(ofServer("status"));
    }

    private static Path ofServer(String file) {
        return Path.of("/proc", String.valueOf(server.process().pid()), file);
    }

    private static int run(String... line) throws InterruptedException {
        try {
            return new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }
}
