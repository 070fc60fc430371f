package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.EventLine;
import dev.lanes.event.Events;
import dev.lanes.event.Figure;
import dev.lanes.event.Operation;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict;
import dev.lanes.plan.PlannedRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Operation OPERATION = new Operation(100, List.of(
            new Operation.Lane("worker 1", List.of(new Operation.Segment(10, 60, Operation.State.RUNNING, 0.5))),
            new Operation.Lane("worker 2", List.of())), 0.125, 3, 20.5);

    private final PlannedRun planned = Samples.planned(FakeWorker.Script.NORMAL);
    private final String key = planned.plan().cases().getFirst().key();

    @Test
    void aTimelineBelongsToItsCase() {
        assertThat(fold(new RunEvent.Timeline(key, OPERATION)).cases().getFirst().timeline()).isEqualTo(OPERATION);
        assertThat(fold(new RunEvent.Progress(0.1, 1)).cases().getFirst().timeline()).isNull();
    }

    @Test
    void theClaimsAnswerIsTheVerdictWhileTheOthersAreMeasured() {
        Verdict verdict = Verdict.of(Verdict.Outcome.HOLDS, "It holds.", 2.0, new Speedup(2, 1.9, 2.1), null, null);

        Run answered = fold(new RunEvent.Answered(verdict));

        assertThat(answered.verdict()).isEqualTo(verdict);
        assertThat(answered.state()).isEqualTo(RunState.RUNNING);
        assertThat(EventLine.read(EventLine.write(new RunEvent.Answered(verdict)), RunEvent.class))
                .isEqualTo(new RunEvent.Answered(verdict));
    }

    @Test
    void theSecondSpeedupAndTheFiguresBelongToTheirCase() {
        Speedup over = new Speedup(35, 30, 40);
        Figure figure = new Figure("Stages waited", 12.5, "%");

        assertThat(fold(new RunEvent.Scored(key, null, null, over, null, null, null, null)).cases().getFirst().speedupOverYardstick())
                .isEqualTo(over);
        assertThat(fold(new RunEvent.Checked(key, true, null, List.of(figure))).cases().getFirst().figures())
                .containsExactly(figure);
    }

    @Test
    void whatAnOperationAllocatesBelongsToItsCaseAndIsLeftOutOfTheLineWhereItIsNotKnown() {
        RunEvent known = new RunEvent.Scored(key, null, null, null, null, 1_200.0, List.of(3), null);
        RunEvent unknown = Events.scored(key, null, null, null);

        assertThat(fold(known).cases().getFirst().allocatedBytesPerOp()).isEqualTo(1_200);
        assertThat(fold(known).cases().getFirst().outliers()).containsExactly(3);
        assertThat(fold(unknown).cases().getFirst().allocatedBytesPerOp()).isNull();
        assertThat(EventLine.read(EventLine.write(known), RunEvent.class)).isEqualTo(known);
        assertThat(EventLine.write(unknown)).doesNotContain("allocated");
    }

    @Test
    void aTimelineTravelsAsOneLine() {
        RunEvent event = new RunEvent.Timeline(key, OPERATION);

        assertThat(EventLine.write(event))
                .contains("\"type\":\"timeline\"", "\"spanNs\":100", "\"busyShare\":0.125",
                        "\"tasks\":3", "\"meanTaskNs\":20.5",
                        "{\"fromNs\":10,\"toNs\":60,\"state\":\"running\",\"share\":0.5}")
                .doesNotContain("operation");
        assertThat(EventLine.read(EventLine.write(event), RunEvent.class)).isEqualTo(event);
    }

    private Run fold(RunEvent event) {
        return Run.asked("r", planned.settings(), planned.plan(), Instant.EPOCH).after(event, Instant.EPOCH);
    }
}
