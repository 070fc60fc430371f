package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.run.Namespaces;
import dev.lanes.run.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server that is process 1, as in a container, with a fake in the place of the worker.
@Timeout(60)
@BesideOthers
class OrphansTest {
    private static final List<String> AS_PROCESS_1 =
            List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");

    @Test
    void aServerThatIsProcess1LeavesNoZombieAfterCancelsTimeoutsAndCrashes() throws Exception {
        assumeThat(Namespaces.work(AS_PROCESS_1)).as("namespaces can be made, as by root").isTrue();
        List<String> line = new ArrayList<>(AS_PROCESS_1);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Server.class.getName()));
        Process server = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            String told = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(told.lines()).containsExactly(
                    "process 1",
                    "a cancel: Cancelled",
                    "a timeout: Failed",
                    "a crash: Failed",
                    "zombies []");
        } finally {
            server.destroyForcibly();
        }
    }

    /// Ends three runs in mid-run, side by side, each with a process that its worker had started.
    static final class Server {
        private static final Duration LONGEST = Duration.ofSeconds(50);
        private static final Duration TIME_TO_TAKE_NOTE = Duration.ofSeconds(2);

        private Server() {}

        public static void main(String[] arguments) throws Exception {
            Thread.ofPlatform().daemon().start(() -> {
                LockSupport.parkNanos(LONGEST.toNanos());
                Runtime.getRuntime().halt(1);
            });
            System.out.println("process " + ProcessHandle.current().pid());
            Limits generous = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1000);
            Limits impatient = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, Duration.ofSeconds(3), 1000);
            Cancellation cancellation = new Cancellation();
            List<BlockingQueue<String>> told = List.of(
                    tell("a cancel", generous, cancellation, grandchild -> cancellation.request()),
                    tell("a timeout", impatient, new Cancellation(), grandchild -> {}),
                    tell("a crash", generous, new Cancellation(),
                            grandchild -> grandchild.parent().orElseThrow().destroyForcibly()));
            for (BlockingQueue<String> one : told) {
                System.out.println(one.take());
            }
            System.out.println("zombies " + zombies());
        }

        private interface End {
            void of(ProcessHandle grandchild);
        }

        private static BlockingQueue<String> tell(String name, Limits limits, Cancellation cancellation, End end) {
            BlockingQueue<String> told = new LinkedBlockingQueue<>();
            Thread.ofPlatform().start(() -> {
                RunEvent last = new WorkerMeasurer(new WaitingWorker(FakeWorker.command(), false), limits)
                        .measure(Samples.planned(Script.GRANDCHILD), event -> endWhenSampled(event, end), cancellation);
                told.add(name + ": " + last.getClass().getSimpleName());
            });
            return told;
        }

        private static void endWhenSampled(RunEvent event, End end) {
            if (event instanceof RunEvent.Sample sample) {
                end.of(ProcessHandle.of(sample.iteration()).orElseThrow());
            }
        }

        /// The processes that are dead and that nobody has taken note of for some time.
        private static List<String> zombies() throws IOException {
            try {
                return await().atMost(TIME_TO_TAKE_NOTE).until(Server::dead, List::isEmpty);
            } catch (ConditionTimeoutException stayed) {
                return dead();
            }
        }

        private static List<String> dead() throws IOException {
            try (Stream<Path> files = Files.list(Path.of("/proc"))) {
                return files.filter(file -> file.getFileName().toString().matches("\\d+"))
                        .map(Server::stat)
                        .filter(stat -> stat.matches("(?s).*\\) Z .*"))
                        .toList();
            }
        }

        private static String stat(Path process) {
            try {
                return Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            } catch (IOException gone) {
                return "";
            }
        }
    }
}
