package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.run.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@Timeout(60)
class IsolationTest {
    private static final Path FOLDER = Path.of("/somewhere/lanes-run-1-2");

    private final Isolation hosted = Isolation.ofAHostedServer();

    @Test
    void aHostedForkSeesNoneOfTheServersVariables() {
        Map<String, String> environment = environment();
        hosted.strip(environment, FOLDER);

        assertThat(environment).isEqualTo(Map.of(
                "PATH", "/bin", "LANG", "C.UTF-8", "HOME", FOLDER.toString(), "TMPDIR", FOLDER.toString()));
    }

    @Test
    void aLocalForkMissesOnlyTheFlagsThatAreMeantForTheServer() {
        Map<String, String> environment = environment();
        Isolation.none().strip(environment, FOLDER);

        assertThat(environment).containsKeys("LANES_STORE_PASSWORD", "HOME").doesNotContainKey("JAVA_TOOL_OPTIONS");
        assertThat(Isolation.none().before()).isEmpty();
    }

    @Test
    void aHostedForkYieldsToTheServer() throws Exception {
        assertThat(hosted.before()).as("there is nice wherever these tests run").startsWith("nice");
        int own = Integer.parseInt(output(Isolation.none(), "nice"));

        assertThat(Integer.parseInt(output(hosted, "nice"))).isEqualTo(Math.min(19, own + 10));
    }

    @Test
    void whereTheSystemPermitsItAHostedForkHasNoNetworkButItsOwnLoopback() throws Exception {
        String devices = output(hosted, "tail -n +3 /proc/self/net/dev | cut -d: -f1 | tr -d ' ' | tr '\\n' ' '");

        if (hosted.before().contains("unshare")) {
            assertThat(devices).startsWith("lo").doesNotContain("eth");
            assertThat(output(hosted, "ip route get 192.0.2.1 2>&1 || true")).contains("unreachable");
        } else {
            assertThat(devices).isEqualTo(output(Isolation.none(), "tail -n +3 /proc/self/net/dev | cut -d: -f1 "
                    + "| tr -d ' ' | tr '\\n' ' '"));
        }
    }

    @Test
    void aRunBehindItReportsAsUsualAndIsKilledAsUsual() {
        List<RunEvent> events = new ArrayList<>();

        assertThat(measurer(Duration.ofSeconds(30)).measure(Samples.planned(Script.NORMAL), events::add, new Cancellation()))
                .isInstanceOf(RunEvent.Finished.class);
        assertThat(events).hasSize(15);
        assertThat(measurer(Duration.ofSeconds(2)).measure(Samples.planned(Script.SILENT), events::add, new Cancellation()))
                .isInstanceOf(RunEvent.Failed.class);
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains(TempFolder.PREFIX));
    }

    /// @param silence how long a worker may say nothing, which on a busy machine one that yields does at first
    private WorkerMeasurer measurer(Duration silence) {
        Limits limits = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, silence, 100_000);
        return new WorkerMeasurer(new WaitingWorker(FakeWorker.command().behind(hosted), false), limits);
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "PATH", "/bin", "LANG", "C.UTF-8", "HOME", "/root", "LANES_STORE_PASSWORD", "secret",
                "JAVA_TOOL_OPTIONS", "-Xint"));
    }

    private static String output(Isolation isolation, String command) throws Exception {
        List<String> line = new ArrayList<>(isolation.before());
        line.addAll(List.of("sh", "-c", command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
