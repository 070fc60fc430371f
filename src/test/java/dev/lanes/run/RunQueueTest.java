package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Events;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunQueueTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PlannedRun planned = Samples.planned(FakeWorker.Script.NORMAL);
    private final BlockingQueue<RunEvent> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlannedRun> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private static final String VISITOR = "";
    private static final QueueRules RULES = new QueueRules(2, 3, false, Integer.MAX_VALUE, Duration.ZERO);

    private final RunQueue queue = RunQueue.open(this::measureUntilTold, () -> "run" + lastId.incrementAndGet(), RULES);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void oneRunIsMeasuredAtATimeAndTheOthersAreToldTheirPosition() throws InterruptedException {
        LiveRun first = accepted();
        begun.take();
        LiveRun second = accepted();
        LiveRun third = accepted();

        double each = planned.estimateSeconds();
        assertThat(events(first)).containsExactly(new RunEvent.Queued(1, 0.0));
        assertThat(events(second)).containsExactly(new RunEvent.Queued(1, each));
        assertThat(events(third)).containsExactly(new RunEvent.Queued(2, 2 * each));

        ends.add(finished());
        begun.take();
        assertThat(first.awaitEnd(LIMIT)).isTrue();
        assertThat(events(second)).as("not repeated").containsExactly(new RunEvent.Queued(1, each));
        assertThat(events(third)).containsExactly(new RunEvent.Queued(2, 2 * each), new RunEvent.Queued(1, each));
    }

    @Test
    void aFullQueueSaysWhenToComeBack() throws InterruptedException {
        accepted();
        begun.take();
        accepted();
        accepted();

        assertThat(queue.submit(planned, VISITOR)).isInstanceOfSatisfying(
                RunQueue.Submission.Full.class,
                full -> assertThat(full.retryAfterSeconds()).isEqualTo((long) Math.ceil(planned.estimateSeconds())));
    }

    @Test
    void aRunThatIsAboutToBeMeasuredTakesNoPlaceInTheLine() {
        synchronized (queue) { // Nothing begins before all have asked.
            accepted();
            accepted();
            accepted();
            assertThat(queue.submit(planned, VISITOR)).isInstanceOf(RunQueue.Submission.Full.class);
        }
    }

    @Test
    void cancellingAWaitingRunMovesTheOthersUp() throws InterruptedException {
        accepted();
        begun.take();
        LiveRun second = accepted();
        LiveRun third = accepted();

        assertThat(queue.cancel(second.id(), VISITOR)).isEqualTo(RunQueue.Cancelling.CANCELLED);

        double each = planned.estimateSeconds();
        assertThat(events(second)).containsExactly(new RunEvent.Queued(1, each), new RunEvent.Cancelled());
        assertThat(events(third)).containsExactly(new RunEvent.Queued(2, 2 * each), new RunEvent.Queued(1, each));
    }

    @Test
    void cancellingTheMeasuredRunEndsItAndStartsTheNext() throws InterruptedException {
        LiveRun first = accepted();
        begun.take();
        LiveRun second = accepted();

        assertThat(queue.cancel(first.id(), VISITOR)).isEqualTo(RunQueue.Cancelling.CANCELLED);
        assertThat(queue.cancel(first.id(), VISITOR)).as("again").isEqualTo(RunQueue.Cancelling.CANCELLED);
        assertThat(first.state()).isEqualTo(RunState.CANCELLED);

        begun.take();
        ends.add(finished());
        assertThat(second.awaitEnd(LIMIT)).isTrue();
        assertThat(second.state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void whatHasEndedByItselfOrNeverWasCannotBeCancelled() throws InterruptedException {
        LiveRun run = accepted();
        ends.add(new RunEvent.Failed(new Problem("a", "b")));
        run.awaitEnd(LIMIT);

        assertThat(queue.cancel(run.id(), VISITOR)).isEqualTo(RunQueue.Cancelling.TOO_LATE);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(queue.cancel("nothing", VISITOR)).isEqualTo(RunQueue.Cancelling.UNKNOWN);
    }

    @Test
    void onlyTheLatestEndedRunsAreRemembered() throws InterruptedException {
        List<LiveRun> runs = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            LiveRun run = accepted();
            runs.add(run);
            ends.add(finished());
            run.awaitEnd(LIMIT);
        }
        LiveRun waiting = accepted();

        assertThat(runs).map(run -> queue.find(run.id()).isPresent()).containsExactly(false, false, true, true, true);
        assertThat(queue.find(waiting.id())).isPresent();
    }

    @Test
    void anErrorOfTheServerItselfFailsTheRunAndTheNextStarts() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        try (RunQueue broken = RunQueue.open(
                (plan, events, cancellation) -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("broken");
                    }
                    return finished();
                },
                () -> "broken" + lastId.incrementAndGet(), RULES)) {
            LiveRun first = ((RunQueue.Submission.Accepted) broken.submit(planned, VISITOR)).run();
            LiveRun second = ((RunQueue.Submission.Accepted) broken.submit(planned, VISITOR)).run();

            assertThat(second.awaitEnd(LIMIT)).isTrue();
            assertThat(first.state()).isEqualTo(RunState.FAILED);
            assertThat(second.state()).isEqualTo(RunState.FINISHED);
        }
    }

    @Test
    void anErrorOfTheJvmFailsTheRunAndTheNextStarts() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        try (RunQueue broken = RunQueue.open(
                (plan, events, cancellation) -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("broken");
                    }
                    return finished();
                },
                () -> "broken" + lastId.incrementAndGet(), RULES)) {
            LiveRun first = ((RunQueue.Submission.Accepted) broken.submit(planned, VISITOR)).run();
            LiveRun second = ((RunQueue.Submission.Accepted) broken.submit(planned, VISITOR)).run();

            assertThat(second.awaitEnd(LIMIT)).isTrue();
            assertThat(first.state()).isEqualTo(RunState.FAILED);
            assertThat(second.state()).isEqualTo(RunState.FINISHED);
        }
    }

    @Test
    void aWatcherThatFailsKeepsNothingFromTheOthersNorFromTheNextRun() throws InterruptedException {
        LiveRun first = accepted();
        begun.take();
        AtomicInteger told = new AtomicInteger();
        for (int watcher = 0; watcher < 3; watcher++) {
            first.watch(() -> {
                told.incrementAndGet();
                throw new StackOverflowError("deep");
            });
        }
        first.follow(() -> {
            throw new IllegalStateException("broken");
        });
        LiveRun second = accepted();
        ends.add(finished());
        ends.add(finished());

        assertThat(second.awaitEnd(LIMIT)).isTrue();
        assertThat(told).hasValue(3);
        assertThat(first.ended().toCompletableFuture().getNow(null)).isEqualTo(RunState.FINISHED);
        assertThat(queue.working()).isTrue();
    }

    @Test
    void aQueueWhoseThreadHasEndedDoesNotWork() {
        assertThat(queue.working()).isTrue();
        queue.close();
        assertThat(queue.working()).isFalse();
    }

    @Test
    void closingInterruptsEveryRunAndTakesNoMore() throws InterruptedException {
        LiveRun measured = accepted();
        begun.take();
        LiveRun waiting = accepted();

        queue.close();

        assertThat(measured.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(waiting.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(waiting.known().problem()).isEqualTo(Interruption.ofWaitingRun());
        assertThat(queue.submit(planned, VISITOR)).isInstanceOf(RunQueue.Submission.Full.class);
    }

    @Test
    void aWatcherIsCalledForEveryEventAndNoMoreOnceItLeft() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch called = new CountDownLatch(1);
        Runnable watcher = () -> {
            calls.incrementAndGet();
            called.countDown();
        };
        accepted();
        begun.take();
        LiveRun run = accepted();
        run.watch(watcher);
        queue.cancel(run.id(), VISITOR);
        called.await();
        run.unwatch(watcher);
        run.append(new RunEvent.Queued(7, null));

        assertThat(calls).hasValue(1);
        assertThat(run.after(2)).as("nothing follows the last event").isEmpty();
        assertThat(run.after(0).orElseThrow().seq()).isEqualTo(1);
    }

    private static RunEvent finished() {
        return Events.finished(null);
    }

    private LiveRun accepted() {
        return ((RunQueue.Submission.Accepted) queue.submit(planned, VISITOR)).run();
    }

    private static List<RunEvent> events(LiveRun run) {
        List<RunEvent> events = new ArrayList<>();
        for (long seq = 0; run.after(seq).isPresent(); seq++) {
            events.add(run.after(seq).orElseThrow().event());
        }
        return events;
    }

    private RunEvent measureUntilTold(
            PlannedRun plan, Consumer<RunEvent> events, Cancellation cancellation) {
        begun.add(plan);
        cancellation.onRequest(() -> ends.add(new RunEvent.Cancelled()));
        try {
            return ends.take();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
