package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.run.FakeWorker;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@BesideOthers
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
class WaitingWorkerTest {
    /// By which the processes of this test are known among others.
    private final String mark = "-Dmark=" + UUID.randomUUID();
    private final WorkerCommand command = FakeWorker.command().with(mark);

    @Test
    void theProcessThatWaitsIsTheOneThatIsTaken() throws Exception {
        try (WaitingWorker workers = new WaitingWorker(command, true)) {
            workers.prepare();
            workers.prepare();
            assertThat(processes()).isEqualTo(1);
            try (WorkerProcess taken = workers.take()) {
                assertThat(taken.alive()).isTrue();
                assertThat(processes()).as("none was started for it").isEqualTo(1);
            }
        }
        assertThat(processes()).isZero();
    }

    @Test
    void oneIsStartedIfNoneWaits() throws Exception {
        try (WaitingWorker workers = new WaitingWorker(command, false)) {
            workers.prepare();
            assertThat(processes()).isZero();
            try (WorkerProcess taken = workers.take()) {
                assertThat(taken.alive()).isTrue();
            }
        }
    }

    @Test
    void oneThatDiedWhileItWaitedIsReplaced() throws Exception {
        try (WaitingWorker workers = new WaitingWorker(command, true)) {
            workers.prepare();
            for (ProcessHandle waiting : ProcessHandle.current().children().filter(this::isMarked).toList()) {
                waiting.destroyForcibly();
                waiting.onExit().join();
            }
            try (WorkerProcess taken = workers.take()) {
                assertThat(taken.alive()).isTrue();
            }
        }
    }

    @Test
    void nothingWaitsAfterTheEnd() {
        WaitingWorker workers = new WaitingWorker(command, true);
        workers.prepare();
        workers.close();
        workers.prepare();

        assertThat(processes()).isZero();
    }

    private long processes() {
        return ProcessHandle.current().children().filter(this::isMarked).filter(ProcessHandle::isAlive).count();
    }

    private boolean isMarked(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(mark);
    }
}
