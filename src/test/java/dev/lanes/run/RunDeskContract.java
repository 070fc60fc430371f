package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.event.Events;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.Measurer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every [RunDesk] with one machine does, wherever its runs are measured.
@Timeout(30)
public abstract class RunDeskContract {
    protected static final Duration UNWATCHED = Duration.ofMillis(400);
    protected static final QueueRules ALONE = new QueueRules(2, 3, false, Integer.MAX_VALUE, Duration.ZERO);
    protected static final QueueRules SHARED = new QueueRules(3, 3, true, 1, Duration.ZERO);
    protected static final QueueRules WATCHED = new QueueRules(3, 3, true, 1, UNWATCHED);
    protected static final String VISITOR = "visitor";

    protected final PlannedRun one = Samples.planned(FakeWorker.Script.NORMAL);
    private final PlannedRun other = Samples.planned(FakeWorker.Script.ENDLESS);
    private final PlannedRun third = Samples.planned(FakeWorker.Script.SILENT);
    protected final BlockingQueue<RunEvent> ends = new LinkedBlockingQueue<>();
    protected final BlockingQueue<PlannedRun> begun = new LinkedBlockingQueue<>();
    protected RunDesk desk;

    /// A desk whose only machine measures like that.
    protected abstract RunDesk open(Measurer measurer, QueueRules rules);

    protected final void open(QueueRules rules) {
        desk = open(this::measureUntilTold, rules);
    }

    @AfterEach
    void closeDesk() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void oneRunIsMeasuredAtATimeAndTheOthersAreToldTheirPosition() throws InterruptedException {
        open(ALONE);
        RunLog first = begunRun(one, VISITOR);
        RunLog second = accepted(one, VISITOR).run();
        RunLog next = accepted(one, VISITOR).run();

        assertThat(desk.busy()).isTrue();
        awaitPlaces(first, 1);
        awaitPlaces(second, 1);
        awaitPlaces(next, 2);
        assertThat(waits(first)).containsExactly(0.0);
        assertThat(waits(next)).containsExactly(2 * one.estimateSeconds());

        ends.add(finished());
        begun.take();
        awaitState(first, RunState.FINISHED);
        awaitPlaces(next, 2, 1);
        awaitPlaces(second, 1);
    }

    @Test
    void whatIsMeasuredIsToldInOrderAndMakesTheDocument() throws InterruptedException {
        desk = open((plan, events, cancellation) -> {
            events.accept(new RunEvent.Started(List.of("plain"), 1, FakeWorker.MACHINE, null));
            for (int number = 1; number <= 200; number++) {
                events.accept(new RunEvent.Sample("plain", RunEvent.Phase.MEASURE, 1, number, number, null));
            }
            return finished();
        }, ALONE);
        RunLog run = accepted(one, VISITOR).run();

        awaitState(run, RunState.FINISHED);
        assertThat(entries(run)).extracting(RunLog.Entry::seq)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 203).boxed().toList());
        assertThat(run.known().cases().getFirst().samples()).hasSize(200).startsWith(1.0).endsWith(200.0);
        assertThat(run.known().lastSeq()).isEqualTo(203);
        assertThat(run.known().machine()).isEqualTo(FakeWorker.MACHINE);
        assertThat(entries(run).get(1).event()).isInstanceOfSatisfying(RunEvent.Started.class,
                started -> assertThat(started.run().id()).isEqualTo(run.id()));
    }

    @Test
    void aFullQueueSaysWhenToComeBack() throws InterruptedException {
        open(ALONE);
        begunRun(one, VISITOR);
        accepted(one, VISITOR);
        accepted(one, VISITOR);

        assertThat(desk.waiting()).isEqualTo(2);
        assertThat(desk.submit(one, VISITOR)).isInstanceOfSatisfying(
                RunDesk.Submission.Full.class,
                full -> assertThat(full.retryAfterSeconds()).isEqualTo((long) Math.ceil(one.estimateSeconds())));
    }

    @Test
    void cancellingAWaitingRunMovesTheOthersUp() throws InterruptedException {
        open(ALONE);
        begunRun(one, VISITOR);
        RunLog second = accepted(one, VISITOR).run();
        RunLog next = accepted(one, VISITOR).run();

        assertThat(desk.cancel(second.id(), VISITOR)).isEqualTo(RunDesk.Cancelling.CANCELLED);

        awaitState(second, RunState.CANCELLED);
        awaitPlaces(next, 2, 1);
        assertThat(desk.waiting()).isEqualTo(1);
    }

    @Test
    void cancellingTheMeasuredRunEndsItAndStartsTheNext() throws InterruptedException {
        open(ALONE);
        RunLog first = begunRun(one, VISITOR);
        RunLog second = accepted(one, VISITOR).run();

        assertThat(desk.cancel(first.id(), VISITOR)).isEqualTo(RunDesk.Cancelling.CANCELLED);
        assertThat(desk.cancel(first.id(), VISITOR)).as("again").isEqualTo(RunDesk.Cancelling.CANCELLED);
        assertThat(first.state()).isEqualTo(RunState.CANCELLED);

        begun.take();
        ends.add(finished());
        awaitState(second, RunState.FINISHED);
    }

    @Test
    void whatHasEndedByItselfOrNeverWasCannotBeCancelled() throws InterruptedException {
        open(ALONE);
        RunLog run = accepted(one, VISITOR).run();
        ends.add(new RunEvent.Failed(new Problem("a", "b")));
        awaitState(run, RunState.FAILED);

        assertThat(desk.cancel(run.id(), VISITOR)).isEqualTo(RunDesk.Cancelling.TOO_LATE);
        assertThat(run.known().problem()).isEqualTo(new Problem("a", "b"));
        assertThat(desk.cancel("nothing", VISITOR)).isEqualTo(RunDesk.Cancelling.UNKNOWN);
        assertThat(desk.find("nothing")).isEmpty();
    }

    @Test
    void anErrorOfTheServerItselfFailsTheRunAndTheNextStarts() {
        AtomicInteger calls = new AtomicInteger();
        desk = open((plan, events, cancellation) -> switch (calls.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("broken");
            case 2 -> throw new NoClassDefFoundError("broken");
            default -> finished();
        }, ALONE);
        RunLog first = accepted(one, VISITOR).run();
        RunLog second = accepted(one, VISITOR).run();
        RunLog next = accepted(one, VISITOR).run();

        awaitState(next, RunState.FINISHED);
        assertThat(first.state()).isEqualTo(RunState.FAILED);
        assertThat(second.state()).isEqualTo(RunState.FAILED);
        assertThat(desk.working()).isTrue();
    }

    @Test
    void aWatcherThatFailsKeepsNothingFromTheOthersNorFromTheNextRun() throws InterruptedException {
        open(ALONE);
        RunLog first = begunRun(one, VISITOR);
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
        RunLog second = accepted(one, VISITOR).run();
        ends.add(finished());
        ends.add(finished());

        awaitState(second, RunState.FINISHED);
        assertThat(told).hasValueGreaterThanOrEqualTo(3);
        assertThat(first.ended().toCompletableFuture().join()).isEqualTo(RunState.FINISHED);
        assertThat(desk.working()).isTrue();
    }

    @Test
    void aWatcherIsCalledForEveryEventAndNothingFollowsTheLast() throws InterruptedException {
        open(ALONE);
        begunRun(one, VISITOR);
        RunLog run = accepted(one, VISITOR).run();
        awaitPlaces(run, 1);
        AtomicInteger calls = new AtomicInteger();
        run.watch(calls::incrementAndGet);
        desk.cancel(run.id(), VISITOR);

        await().untilAtomic(calls, org.hamcrest.Matchers.is(1));
        assertThat(run.after(2)).isEmpty();
        assertThat(run.after(0).orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void aVisitorHasOneRunGoingAndOneWaiting() throws InterruptedException {
        open(SHARED);
        begunRun(one, "ann");
        accepted(other, "ann");

        assertThat(desk.submit(third, "ann")).isInstanceOfSatisfying(
                RunDesk.Submission.OneWaits.class,
                refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo((long) Math.ceil(one.estimateSeconds())));
        assertThat(desk.submit(third, "bob")).isInstanceOf(RunDesk.Submission.Accepted.class);
    }

    @Test
    void equalRunsThatWaitAreOneRunForAllWhoAsked() throws InterruptedException {
        open(SHARED);
        begunRun(one, "ann");
        RunDesk.Submission.Accepted first = accepted(other, "ann");
        RunDesk.Submission.Accepted second = accepted(Samples.planned(FakeWorker.Script.ENDLESS), "bob");
        RunDesk.Submission.Accepted again = accepted(other, "ann");

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.run().id()).isEqualTo(first.run().id());
        assertThat(again.fresh()).isFalse();
        assertThat(again.run().id()).isEqualTo(first.run().id());
        assertThat(desk.waiting()).isEqualTo(1);
        assertThat(second.run().asked("bob")).isTrue();
        assertThat(second.run().asked("eve")).isFalse();
    }

    @Test
    void aRunThatIsMeasuredAlreadyIsNotShared() throws InterruptedException {
        open(SHARED);
        RunLog first = begunRun(one, "ann");

        assertThat(accepted(one, "bob").run().id()).isNotEqualTo(first.id());
    }

    @Test
    void whoCancelsASharedRunLeavesItToTheOthers() throws InterruptedException {
        open(SHARED);
        begunRun(third, "eve");
        RunLog shared = accepted(one, "ann").run();
        accepted(one, "bob");

        assertThat(desk.cancel(shared.id(), "ann")).isEqualTo(RunDesk.Cancelling.LEFT_TO_OTHERS);
        assertThat(shared.state()).isEqualTo(RunState.QUEUED);
        assertThat(desk.cancel(shared.id(), "ann")).as("again").isEqualTo(RunDesk.Cancelling.LEFT_TO_OTHERS);
        assertThat(accepted(other, "ann").fresh()).as("it is no longer the one she has waiting").isTrue();
        assertThat(desk.cancel(shared.id(), "bob")).isEqualTo(RunDesk.Cancelling.CANCELLED);
        assertThat(desk.cancel(shared.id(), "ann")).as("when it has ended").isEqualTo(RunDesk.Cancelling.CANCELLED);
    }

    @Test
    void whoHasLeftASharedRunMayJoinItAgain() throws InterruptedException {
        open(SHARED);
        begunRun(third, "eve");
        RunLog shared = accepted(one, "ann").run();
        accepted(one, "bob");
        desk.cancel(shared.id(), "ann");

        assertThat(accepted(one, "ann").run().id()).isEqualTo(shared.id());
        assertThat(desk.cancel(shared.id(), "bob")).isEqualTo(RunDesk.Cancelling.LEFT_TO_OTHERS);
        assertThat(desk.cancel(shared.id(), "ann")).isEqualTo(RunDesk.Cancelling.CANCELLED);
    }

    @Test
    void onlyThoseWhoAskedForARunCanCancelIt() throws InterruptedException {
        open(SHARED);
        RunLog run = accepted(one, "ann").run();

        assertThat(desk.cancel(run.id(), "eve")).isEqualTo(RunDesk.Cancelling.NOT_YOURS);
        assertThat(run.state().ended()).isFalse();
    }

    @Test
    void aRunThatWaitsForNobodyEndsAndOneThatIsWatchedOrLookedAtAgainWaitsOn() throws InterruptedException {
        open(WATCHED);
        RunLog measured = begunRun(third, "eve");
        RunLog left = accepted(one, "ann").run();
        RunLog watched = accepted(other, "bob").run();
        Runnable watcher = () -> {};
        watched.watch(watcher);
        left.seenAgainWithin(UNWATCHED.multipliedBy(3));
        left.seen();

        await().during(UNWATCHED.multipliedBy(2)).until(() -> left.state() == RunState.QUEUED);
        awaitState(left, RunState.CANCELLED);
        assertThat(watched.state()).isEqualTo(RunState.QUEUED);

        watched.unwatch(watcher);
        awaitState(watched, RunState.CANCELLED);
        assertThat(measured.state().ended()).as("what is measured goes on without watchers").isFalse();
    }

    protected static RunEvent finished() {
        return Events.finished(null);
    }

    /// A run that is being measured.
    protected final RunLog begunRun(PlannedRun planned, String visitor) throws InterruptedException {
        RunLog run = accepted(planned, visitor).run();
        begun.take();
        return run;
    }

    protected final RunDesk.Submission.Accepted accepted(PlannedRun planned, String visitor) {
        return (RunDesk.Submission.Accepted) desk.submit(planned, visitor);
    }

    protected static void awaitState(RunLog run, RunState state) {
        await().until(run::state, state::equals);
    }

    /// Waits until the run was told exactly these places in the queue.
    private static void awaitPlaces(RunLog run, Integer... places) {
        await().untilAsserted(() ->
                assertThat(queued(run)).extracting(RunEvent.Queued::position).containsExactly(places));
    }

    private static List<Double> waits(RunLog run) {
        return queued(run).stream().map(RunEvent.Queued::waitSeconds).toList();
    }

    private static List<RunEvent.Queued> queued(RunLog run) {
        return entries(run).stream()
                .map(RunLog.Entry::event)
                .filter(RunEvent.Queued.class::isInstance)
                .map(RunEvent.Queued.class::cast)
                .toList();
    }

    protected static List<RunLog.Entry> entries(RunLog run) {
        List<RunLog.Entry> entries = new ArrayList<>();
        for (long seq = 0; run.after(seq).isPresent(); seq++) {
            entries.add(run.after(seq).orElseThrow());
        }
        return entries;
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
