package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.engine.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two machines in network namespaces of their own, whose links to the engine are cut and slowed. Skipped unless root
/// runs it, and iproute2 and redis-server are installed.
class SplitNetworkIT {
    private static final String BRIDGE = "lanes-it";
    private static final String HERE = "10.77.77.1";

    @TempDir
    static Path folder;

    private static final List<Process> MACHINES = new ArrayList<>();
    private static RedisServer engine;
    private static StartedApp front;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(System.getProperty("user.name")).as("it takes root to cut a network").isEqualTo("root");
        assumeThat(RedisServer.installed()).as("Debian's package redis-server is installed").isTrue();
        assumeThat(namespaces()).as("network namespaces can be made").isTrue();
        run("ip link add " + BRIDGE + " type bridge");
        run("ip addr add " + HERE + "/24 dev " + BRIDGE);
        run("ip link set " + BRIDGE + " up");
        engine = RedisServer.start("127.0.0.1", HERE);
        front = StartedApp.start(Files.createDirectories(folder.resolve("front")), StartedApp.Way.plain(
                "split-front.log", "-Dlanes.role=front", "-Dlanes.engine.url=" + engine.url(),
                "-Dlanes.engine.lease=6S"));
        for (int number : new int[] {1, 2}) {
            MACHINES.add(machine(number));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> states().equals(List.of("idle", "idle")));
    }

    private static boolean namespaces() throws Exception {
        return Files.isExecutable(Path.of("/usr/sbin/ip")) && Files.isExecutable(Path.of("/usr/sbin/tc"))
                && exit("ip netns add lanes-it-1") == 0;
    }

    private static Process machine(int number) throws Exception {
        String space = "lanes-it-" + number;
        String link = link(number);
        if (number > 1) {
            run("ip netns add " + space);
        }
        run("ip link add %s type veth peer name eth0 netns %s".formatted(link, space));
        run("ip link set %s master %s up".formatted(link, BRIDGE));
        run("ip -n %s addr add 10.77.77.%d/24 dev eth0".formatted(space, 10 + number));
        run("ip -n %s link set eth0 up".formatted(space));
        run("ip -n %s link set lo up".formatted(space));
        Path own = Files.createDirectories(folder.resolve("machine-" + number));
        List<String> line = new ArrayList<>(List.of(
                "ip", "netns", "exec", space, Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(StartedApp.FLAGS);
        line.addAll(List.of(
                "-Dlanes.role=measurer", "-Dlanes.engine.url=redis://" + HERE + ":" + engine.port(),
                "-Dlanes.engine.lease=6S", "-Dlanes.machine.name=" + number, "-Dlanes.ceilings=off",
                "-Dlanes.data=" + own.resolve("data"), "-Djava.io.tmpdir=" + own,
                "-jar", StartedApp.BUILT.resolve("quarkus-run.jar").toAbsolutePath().toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "split-machine-" + number + ".log"))
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (engine == null) {
            return;
        }
        for (Process machine : MACHINES) {
            machine.destroy();
            machine.waitFor(40, TimeUnit.SECONDS);
        }
        front.close();
        engine.close();
        for (int number : new int[] {1, 2}) {
            exit("ip netns del lanes-it-" + number);
        }
        exit("ip link del " + BRIDGE);
    }

    @Test
    void aMachineThatIsCutOffLosesItsRunToTheOtherAndComesBack() throws Exception {
        String run = front.submit(StartedApp.RUN_OF_TWO);
        await().atMost(Duration.ofSeconds(30)).until(() -> front.isBeingMeasured(run));
        int cut = states().indexOf("measuring") + 1;
        run("ip link set %s down".formatted(link(cut)));
        try {
            List<JsonNode> events = front.eventsAfter(0, run);
            assertThat(types(events)).endsWith("finished").containsOnlyOnce("restarted");
            assertThat(states().get(cut - 1)).isEqualTo("away");
        } finally {
            run("ip link set %s up".formatted(link(cut)));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(List.of("idle", "idle")));
        assertThat(front.state(run)).isEqualTo("FINISHED");
    }

    @Test
    void aSlowNetworkThatLosesPacketsRestartsNothing() throws Exception {
        for (int number : new int[] {1, 2}) {
            assumeThat(exit("tc qdisc add dev %s root netem delay 40ms loss 1%%".formatted(link(number))))
                    .as("the kernel can slow a network").isZero();
        }
        try {
            List<JsonNode> events = front.eventsAfter(0, front.submit(StartedApp.SHORT_RUN));
            assertThat(types(events)).endsWith("finished").doesNotContain("restarted");
            assertThat(events.getLast().path("seq").asInt()).isEqualTo(events.size());
        } finally {
            for (int number : new int[] {1, 2}) {
                run("tc qdisc del dev %s root".formatted(link(number)));
            }
        }
    }

    private static String link(int number) {
        return "lanes-it-" + number;
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    private static List<String> states() throws IOException, InterruptedException {
        List<String> states = new ArrayList<>();
        front.json("/api/machines").at("/0/machines").forEach(one -> states.add(one.path("state").asText()));
        return states;
    }

    private static void run(String line) throws IOException, InterruptedException {
        assertThat(exit(line)).as(line).isZero();
    }

    private static int exit(String line) throws IOException, InterruptedException {
        return new ProcessBuilder(line.split(" ")).inheritIO().start().waitFor();
    }
}
