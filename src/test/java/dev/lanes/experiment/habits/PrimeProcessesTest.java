package dev.lanes.experiment.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("ends every child of the JVM that is new")
class PrimeProcessesTest {
    private static final int EXPECTED = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Test
    void theEndLeavesNoProcessBehind() throws Exception {
        Set<ProcessHandle> before = childrenOf(ProcessHandle.current());
        PrimeProcesses processes = new PrimeProcesses();
        processes.start();
        Set<ProcessHandle> started = childrenOf(ProcessHandle.current());
        started.removeAll(before);
        assertThat(started).hasSize(EXPECTED).allMatch(ProcessHandle::isAlive);
        processes.countAll(new PrimeTasks(100), new int[8]);

        processes.end();

        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void processesWhoseParentIsKilledEndByThemselves() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<ProcessHandle> started;
        try (BufferedReader told = parent.inputReader()) {
            assertThat(told.readLine()).isEqualTo("started");
            started = childrenOf(parent.toHandle());
            assertThat(started).hasSize(EXPECTED);
        } finally {
            parent.destroyForcibly().waitFor();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> started.stream().allMatch(PrimeProcessesTest::isOver));
    }

    @Test
    void aProcessThatDiesEarlyIsAnErrorAndNotAWait() throws Exception {
        Set<ProcessHandle> before = childrenOf(ProcessHandle.current());
        PrimeProcesses processes = new PrimeProcesses();
        processes.start();
        try {
            Set<ProcessHandle> started = childrenOf(ProcessHandle.current());
            started.removeAll(before);
            for (ProcessHandle one : List.copyOf(started)) {
                one.destroyForcibly();
                one.onExit().get(30, TimeUnit.SECONDS);
            }
            assertThatThrownBy(() -> processes.countAll(new PrimeTasks(100), new int[8]))
                    .isInstanceOf(IOException.class);
        } finally {
            processes.end();
        }
    }

    /// An orphan may have ended and still be in the process table, without a command.
    private static boolean isOver(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private static Set<ProcessHandle> childrenOf(ProcessHandle parent) {
        return parent.children().collect(Collectors.toSet());
    }

    /// A JVM that starts processes and waits to be killed.
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            new PrimeProcesses().start();
            System.out.println("started");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
