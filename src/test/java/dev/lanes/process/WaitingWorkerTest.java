package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import org.junit.jupiter.api.Test;

@BesideOthers
class WaitingWorkerTest {
    @Test
    void theProcessThatWaitsIsTheOneThatIsTaken() throws Exception {
        try (WaitingWorker workers = new WaitingWorker(FakeWorker.command(), true)) {
            workers.prepare();
            workers.prepare();
            long children = children();
            try (WorkerProcess taken = workers.take()) {
                assertThat(taken.alive()).isTrue();
                assertThat(children()).as("none was started for it").isEqualTo(children);
            }
        }
    }

    @Test
    void oneThatDiedWhileItWaitedIsReplaced() throws Exception {
        try (WaitingWorker workers = new WaitingWorker(FakeWorker.command(), true)) {
            workers.prepare();
            try (WorkerProcess first = workers.take()) {
                first.close();
            }
            workers.prepare();
            try (WorkerProcess second = workers.take()) {
                assertThat(second.alive()).isTrue();
            }
        }
    }

    @Test
    void nothingWaitsAfterTheEndOrIfNoneIsWanted() throws Exception {
        WaitingWorker workers = new WaitingWorker(FakeWorker.command(), true);
        workers.prepare();
        WorkerProcess waiting = workers.take();
        waiting.close();
        assertThat(waiting.alive()).isFalse();
        workers.prepare();
        workers.close();
        workers.prepare();
        try (WorkerProcess started = workers.take(); WaitingWorker onDemand = new WaitingWorker(FakeWorker.command(), false)) {
            assertThat(started.alive()).isTrue();
            onDemand.prepare();
        }
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
