package dev.lanes.worker.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Operation;
import dev.lanes.event.Operation.Segment;
import dev.lanes.event.Operation.State;
import dev.lanes.worker.timeline.Watched.Pause;
import dev.lanes.worker.timeline.Watched.Span;
import dev.lanes.worker.timeline.Watched.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneFoldTest {
    private final List<Span> operations = new ArrayList<>(List.of(new Span(1000, 1100)));
    private final List<Task> tasks = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();

    @Test
    void aWorkerRunsFromTheBeginOfItsTaskToItsEnd() {
        task("t-1", 1010, 1040);
        task("t-1", 1050, 1100);
        task("t-2", 1020, 1060);

        Operation operation = fold(2);

        assertThat(operation.spanNs()).isEqualTo(100);
        assertThat(segments(operation, 0)).containsExactly(running(10, 40), running(50, 100));
        assertThat(segments(operation, 1)).containsExactly(running(20, 60));
        assertThat(operation.busyShare()).isCloseTo((30 + 50 + 40) / 200.0, within(1e-9));
    }

    @Test
    void aTaskThatStandsStillWaits() {
        task("t-1", 1000, 1100);
        pause("t-1", 1020, 1070);

        assertThat(segments(fold(1), 0)).containsExactly(running(0, 20), waiting(20, 70), running(70, 100));
        assertThat(fold(1).busyShare()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aWorkerThatStandsStillWithoutATaskIsIdle() {
        task("t-1", 1000, 1010);
        pause("t-1", 1010, 1100);

        assertThat(segments(fold(1), 0)).containsExactly(running(0, 10));
    }

    @Test
    void aWorkerWithoutATaskHasALaneOfItsOwn() {
        task("t-1", 1000, 1100);

        Operation operation = fold(3);

        assertThat(operation.lanes()).extracting(Operation.Lane::name)
                .containsExactly("worker 1", "worker 2", "worker 3");
        assertThat(operation.busyShare()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void aCarrierRunsTheNextTaskWhileTheFirstWaitsForALock() {
        // A holds the lock on carrier 1. B and C begin on carrier 2, wait, and go on when the lock is free.
        wanderer("c-1", "c-1", 1000, 1030);
        wanderer("c-2", "c-1", 1005, 1060);
        wanderer("c-2", "c-2", 1010, 1090);
        pause("c-2", 1015, 1060);
        pause("c-1", 1060, 1200);

        Operation operation = fold(2);

        assertThat(segments(operation, 0)).containsExactly(running(0, 60));
        assertThat(segments(operation, 1)).containsExactly(running(5, 15), waiting(15, 60), running(60, 90));
    }

    @Test
    void aCarrierNotYetSeenAwakeRunsNothing() {
        wanderer("c-1", "c-1", 1000, 1100);
        wanderer("c-1", "c-1", 1010, 1090);
        wanderer("c-2", "c-2", 1080, 1085);

        assertThat(segments(fold(2), 1)).filteredOn(segment -> segment.state() == State.RUNNING)
                .containsExactly(running(80, 85));
    }

    @Test
    void theOperationOfMiddleLengthIsShownAndTheFirstAndLastAreNot() {
        operations.clear();
        operations.addAll(List.of(
                new Span(0, 900), new Span(1000, 1100), new Span(2000, 2150), new Span(3000, 3300),
                new Span(4000, 4001)));
        task("t-1", 1000, 1100);
        task("t-1", 2030, 2090);

        assertThat(fold(1).spanNs()).isEqualTo(150);
        assertThat(segments(fold(1), 0)).containsExactly(running(30, 90));
    }

    @Test
    void tasksAreThoseThatBeganInTheOperationAndTookTheirWaitsAlong() {
        task("t-1", 990, 1010);
        task("t-1", 1010, 1030);
        task("t-2", 1020, 1080);
        pause("t-2", 1030, 1070);
        task("t-1", 1100, 1500);

        Operation operation = fold(2);

        assertThat(operation.tasks()).isEqualTo(2);
        assertThat(operation.meanTaskNs()).isEqualTo(40);
        assertThat(operation.waitingShare()).isCloseTo(40 / 200.0, within(1e-9));
    }

    @Test
    void withoutATaskNothingIsDividedByNone() {
        task("t-1", 2000, 2010);

        assertThat(fold(1).tasks()).isZero();
        assertThat(fold(1).meanTaskNs()).isZero();
        assertThat(fold(1).waitingShare()).isZero();
    }

    @Test
    void lanesStandInTheOrderOfTheirNumbers() {
        task("t-10", 1000, 1010);
        task("t-9", 1020, 1030);

        assertThat(segments(fold(2), 0)).containsExactly(running(20, 30));
    }

    @Test
    void tooManySegmentsBecomeStretchesWithTheSameShares() {
        operations.set(0, new Span(0, 1_000_000));
        for (int at = 0; at < 10_000; at++) {
            task("t-1", at * 100, at * 100 + 25);
        }
        pause("t-1", 500_000, 1_000_000);
        Operation all = fold(2);

        Operation limited = SegmentLimit.apply(all);

        assertThat(limited.lanes().stream().mapToInt(lane -> lane.segments().size()).sum())
                .isBetween(1, SegmentLimit.SEGMENTS);
        assertThat(limited.busyShare()).isEqualTo(all.busyShare());
        assertThat(limited.tasks()).isEqualTo(10_000);
        assertThat(limited.meanTaskNs()).isEqualTo(25);
        assertThat(time(limited, State.RUNNING)).isCloseTo(time(all, State.RUNNING), within(2000.0));
        assertThat(time(limited, State.WAITING)).isCloseTo(time(all, State.WAITING), within(2000.0));
        assertThat(time(limited, State.WAITING)).isPositive();
    }

    @Test
    void fewSegmentsStayAsTheyAre() {
        task("t-1", 1000, 1100);
        Operation operation = fold(1);

        assertThat(SegmentLimit.apply(operation)).isSameAs(operation);
    }

    private Operation fold(int workers) {
        return LaneFold.fold(new Watched(operations, tasks, pauses), workers, "worker");
    }

    private void task(String lane, long begin, long end) {
        wanderer(lane, lane, begin, end);
    }

    private void wanderer(String first, String last, long begin, long end) {
        tasks.add(new Task(first, last, new Span(begin, end)));
    }

    private void pause(String lane, long begin, long end) {
        pauses.add(new Pause(lane, new Span(begin, end)));
    }

    private static List<Segment> segments(Operation operation, int lane) {
        return operation.lanes().get(lane).segments();
    }

    private static double time(Operation operation, State state) {
        return operation.lanes().stream().flatMap(lane -> lane.segments().stream())
                .filter(segment -> segment.state() == state)
                .mapToDouble(segment -> (segment.toNs() - segment.fromNs()) * segment.share())
                .sum();
    }

    private static Segment running(long from, long to) {
        return new Segment(from, to, State.RUNNING, 1);
    }

    private static Segment waiting(long from, long to) {
        return new Segment(from, to, State.WAITING, 1);
    }
}
