package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunState;
import dev.lanes.process.Measurer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@BesideOthers
class RunQueueTest extends RunDeskContract {
    private final AtomicInteger lastId = new AtomicInteger();

    @Override
    protected RunDesk open(Measurer measurer, QueueRules rules) {
        return new RunQueue(measurer, () -> "run" + lastId.incrementAndGet(), rules);
    }

    @Test
    void aRunThatIsAboutToBeMeasuredTakesNoPlaceInTheLine() {
        open(ALONE);
        synchronized (desk) { // Nothing begins before all have asked.
            accepted(one, VISITOR);
            accepted(one, VISITOR);
            accepted(one, VISITOR);
            assertThat(desk.submit(one, VISITOR)).isInstanceOf(RunDesk.Submission.Full.class);
        }
    }

    @Test
    void aRunThatIsAboutToBeMeasuredIsNotTheOneThatWaits() {
        open(SHARED);
        synchronized (desk) { // Nothing begins before all have asked.
            accepted(one, "ann");
            accepted(Samples.planned(FakeWorker.Script.ENDLESS), "ann");
            assertThat(desk.submit(Samples.planned(FakeWorker.Script.SILENT), "ann"))
                    .isInstanceOf(RunDesk.Submission.OneWaits.class);
        }
    }

    @Test
    void onlyTheLatestEndedRunsAreRemembered() {
        open(ALONE);
        List<RunLog> runs = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            RunLog run = accepted(one, VISITOR).run();
            runs.add(run);
            ends.add(finished());
            awaitState(run, RunState.FINISHED);
        }
        RunLog waiting = accepted(one, VISITOR).run();

        assertThat(runs).map(run -> desk.find(run.id()).isPresent()).containsExactly(false, false, true, true, true);
        assertThat(desk.find(waiting.id())).isPresent();
    }

    @Test
    void aQueueWhoseThreadHasEndedDoesNotWork() {
        open(ALONE);
        assertThat(desk.working()).isTrue();
        desk.close();
        assertThat(desk.working()).isFalse();
    }

    @Test
    void closingInterruptsEveryRunAndTakesNoMore() throws InterruptedException {
        open(ALONE);
        RunLog measured = begunRun(one, VISITOR);
        RunLog waiting = accepted(one, VISITOR).run();

        desk.close();

        assertThat(measured.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(waiting.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(waiting.known().problem()).isEqualTo(Interruption.OF_WAITING_RUN);
        assertThat(desk.submit(one, VISITOR)).isInstanceOf(RunDesk.Submission.Full.class);
    }
}
