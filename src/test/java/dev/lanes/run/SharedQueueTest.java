package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The queue of a server that strangers share.
@Timeout(30)
@BesideOthers
class SharedQueueTest {
    private static final Duration UNWATCHED = Duration.ofSeconds(1);

    private final PlannedRun one = Samples.planned(FakeWorker.Script.NORMAL);
    private final PlannedRun other = Samples.planned(FakeWorker.Script.ENDLESS);
    private final PlannedRun third = Samples.planned(FakeWorker.Script.SILENT);
    private final BlockingQueue<RunEvent> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlannedRun> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final RunQueue queue = RunQueue.open(
            this::measureUntilTold, () -> "run" + lastId.incrementAndGet(),
            new QueueRules(3, 3, true, 1, UNWATCHED));

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aVisitorHasOneRunGoingAndOneWaiting() throws InterruptedException {
        accepted(one, "ann");
        begun.take();
        accepted(other, "ann");

        assertThat(queue.submit(third, "ann")).isInstanceOfSatisfying(
                RunQueue.Submission.OneWaits.class,
                refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo((long) Math.ceil(one.estimateSeconds())));
        assertThat(queue.submit(third, "bob")).isInstanceOf(RunQueue.Submission.Accepted.class);
    }

    @Test
    void aRunThatIsAboutToBeMeasuredIsNotTheOneThatWaits() {
        synchronized (queue) { // Nothing begins before all have asked.
            accepted(one, "ann");
            accepted(other, "ann");
            assertThat(queue.submit(third, "ann")).isInstanceOf(RunQueue.Submission.OneWaits.class);
        }
    }

    @Test
    void equalRunsThatWaitAreOneRunForAllWhoAsked() throws InterruptedException {
        accepted(one, "ann");
        begun.take();
        RunQueue.Submission.Accepted first = accepted(other, "ann");
        RunQueue.Submission.Accepted second = accepted(Samples.planned(FakeWorker.Script.ENDLESS), "bob");
        RunQueue.Submission.Accepted again = accepted(other, "ann");

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.run()).isSameAs(first.run());
        assertThat(again.run()).isSameAs(first.run());
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void aRunThatIsMeasuredAlreadyIsNotShared() throws InterruptedException {
        RunQueue.Submission.Accepted first = accepted(one, "ann");
        begun.take();

        assertThat(accepted(one, "bob").run()).isNotSameAs(first.run());
    }

    @Test
    void whoCancelsASharedRunLeavesItToTheOthers() throws InterruptedException {
        accepted(third, "eve");
        begun.take();
        LiveRun shared = accepted(one, "ann").run();
        accepted(one, "bob");

        assertThat(queue.cancel(shared.id(), "ann")).isEqualTo(RunQueue.Cancelling.LEFT_TO_OTHERS);
        assertThat(shared.state()).isEqualTo(RunState.QUEUED);
        assertThat(queue.cancel(shared.id(), "ann")).as("again").isEqualTo(RunQueue.Cancelling.LEFT_TO_OTHERS);
        assertThat(accepted(other, "ann").fresh()).as("it is no longer the one she has waiting").isTrue();
        assertThat(queue.cancel(shared.id(), "bob")).isEqualTo(RunQueue.Cancelling.CANCELLED);
        assertThat(queue.cancel(shared.id(), "ann")).as("when it has ended").isEqualTo(RunQueue.Cancelling.CANCELLED);
    }

    @Test
    void whoHasLeftASharedRunMayJoinItAgain() throws InterruptedException {
        accepted(third, "eve");
        begun.take();
        LiveRun shared = accepted(one, "ann").run();
        accepted(one, "bob");
        queue.cancel(shared.id(), "ann");

        assertThat(accepted(one, "ann").run()).isSameAs(shared);
        assertThat(queue.cancel(shared.id(), "bob")).isEqualTo(RunQueue.Cancelling.LEFT_TO_OTHERS);
        assertThat(queue.cancel(shared.id(), "ann")).isEqualTo(RunQueue.Cancelling.CANCELLED);
    }

    @Test
    void nobodyCancelsTheRunOfAStranger() throws InterruptedException {
        LiveRun run = accepted(one, "ann").run();

        assertThat(queue.cancel(run.id(), "eve")).isEqualTo(RunQueue.Cancelling.NOT_YOURS);
        assertThat(run.state().ended()).isFalse();
    }

    @Test
    void aRunThatWaitsForNobodyEndsAndOneThatIsWatchedWaitsOn() throws InterruptedException {
        accepted(third, "eve");
        begun.take();
        LiveRun left = accepted(one, "ann").run();
        LiveRun watched = accepted(other, "bob").run();
        Runnable watcher = () -> {};
        watched.watch(watcher);

        await().until(() -> left.state() == RunState.CANCELLED);
        await().during(UNWATCHED.multipliedBy(2)).until(() -> watched.state() == RunState.QUEUED);

        watched.unwatch(watcher);
        await().until(() -> watched.state() == RunState.CANCELLED);
    }

    @Test
    void aRunThatSomebodyWillLookAtAgainWaitsUntilThen() throws InterruptedException {
        accepted(third, "eve");
        begun.take();
        LiveRun asked = accepted(one, "ann").run();
        asked.seenAgainWithin(UNWATCHED.multipliedBy(3));
        asked.seen();

        await().during(UNWATCHED.multipliedBy(2)).until(() -> asked.state() == RunState.QUEUED);
        await().until(() -> asked.state() == RunState.CANCELLED);
    }

    @Test
    void aRunThatIsMeasuredGoesOnWithoutWatchers() throws InterruptedException {
        LiveRun run = accepted(one, "ann").run();
        begun.take();

        await().during(UNWATCHED.multipliedBy(3)).until(() -> !run.state().ended());
    }

    private RunQueue.Submission.Accepted accepted(PlannedRun planned, String visitor) {
        return (RunQueue.Submission.Accepted) queue.submit(planned, visitor);
    }

    private RunEvent measureUntilTold(PlannedRun plan, Consumer<RunEvent> events, Cancellation cancellation) {
        begun.add(plan);
        cancellation.onRequest(() -> ends.add(new RunEvent.Cancelled()));
        try {
            return ends.take();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
