package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Operation;
import dev.lanes.event.Operation.Segment;
import dev.lanes.event.Operation.State;
import dev.lanes.event.Plan.Execution;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyRulesTest {
    private static final long SPAN = 9_000_000;

    private final GivenGrounds given = new GivenGrounds();

    @Test
    void theTwoStrongestAreToldTheStrongerFirst() {
        given.subject().pooled(4).ns(500).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).hasSize(2);
        assertThat(given.reasons().getFirst()).as("9.5 times").startsWith("Its threads together take 9.50 times");
        assertThat(given.reasons().getLast()).as("twice").startsWith("4 workers had 2 processors");
    }

    @Test
    void aWrongOutputComesFirstAndAloneWhereTheMeasurementIsInDoubt() {
        given.subject().pooled(2).ns(50).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).noneMatch(reason -> reason.contains("wrong"));
        given.wrong();
        assertThat(given.reasons().getFirst()).startsWith("Its output is wrong");
        assertThat(given.reasons()).hasSize(2);
        given.trust(Trust.Level.DOUBTFUL);
        assertThat(given.reasons()).containsExactly("Its output is wrong, and no speed makes up for that.");
    }

    @Test
    void whatCannotBeToldHasItsIntervalAndWhatWouldTell() {
        given.subject().ns(90).forks(3);
        given.reference().ns(100).forks(8);
        assertThat(given.reasons()).isEmpty();

        given.outcome(Outcome.CANNOT_TELL, new Speedup(1.1, 0.9, 1.4));
        assertThat(given.reasons().getFirst()).isEqualTo("It may be anything from 0.90 to 1.40 times as fast as the "
                + "baseline; more JVMs, which a higher effort measures, would tell.");
        given.subject().forks(5);
        assertThat(given.reasons().getFirst()).endsWith("; a larger input or a quieter machine would tell.");
        given.subject().pooled(8);
        assertThat(given.reasons().getFirst()).endsWith("; a machine with 8 cores would tell.");
        given.reference().pooled(2);
        assertThat(given.reasons().getFirst()).endsWith("; a larger input or a quieter machine would tell.");
    }

    @Test
    void whereNothingIsKnownButTheTimesNothingIsSaid() {
        given.subject().pooled(2).ns(50);
        given.reference().ns(100);

        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void anEarlyCallIsSlowForBeingEarly() {
        given.subject().runs(Execution.FROM_COLD).ns(900);
        given.reference().ns(100);

        assertThat(given.reasons()).singleElement().asString()
                .startsWith("Its call comes early").contains("the baseline was timed");
        given.subject().ns(90);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void mostOfARatioToAnInterpreterIsTheCompilers() {
        given.subject().ns(20);
        given.reference().runs(Execution.INTERPRETED).ns(4000);
        given.yardstick(100);

        assertThat(given.reasons()).containsExactly("Most of the ratio is the interpreter: the same loop is 40.0 times "
                + "faster once it is compiled, and beside that one this is 5.00 times faster.");
        given.yardstick(10);
        assertThat(given.reasons().getFirst()).endsWith("this is 2.00 times slower.");
        given.yardstick(1000);
        assertThat(given.reasons().getFirst()).startsWith("Part of the ratio");
        given.yardstick(Double.NaN);
        assertThat(given.reasons().getFirst()).contains("measure the compiled loop");
        given.reference().runs(Execution.COMPILED);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void aGainUpToTheNumberOfLanesNeedsNoOtherCause() {
        given.subject().vectors().ns(25);
        given.reference().ns(100);

        assertThat(given.reasons()).singleElement().asString()
                .startsWith("It works on up to 8 numbers at a time; 4.00 times faster");
        given.reference().vectors();
        assertThat(given.reasons()).as("both have lanes").isEmpty();
    }

    @Test
    void aGainBeyondTheLanesHasAnotherCauseAsWell() {
        given.subject().vectors().ns(5);
        given.reference().ns(100);

        assertThat(given.reasons()).singleElement().asString()
                .startsWith("Of 20.0 times over compiled code, 8 lanes give at most 8:");
        given.subject().ns(13);
        assertThat(given.reasons()).noneMatch(reason -> reason.startsWith("Of "));
    }

    @Test
    void theGainOfLanesIsThatOverCompiledCode() {
        given.subject().vectors().ns(25);
        given.reference().runs(Execution.INTERPRETED).ns(4000);
        given.yardstick(100);

        assertThat(given.reasons()).hasSize(2).last().asString().contains("; 4.00 times faster than compiled code");
    }

    @Test
    void lanesThatBringNothingAreSaidTo() {
        given.subject().vectors().ns(98);
        given.reference().ns(100);

        assertThat(given.reasons()).singleElement().asString()
                .startsWith("Its 8 lanes make it 1.02 times as fast as compiled code");
        given.subject().pooled(1);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void whoAllocatesIsSlowerForIt() {
        given.subject().ns(100).bytes(0);
        given.reference().ns(200).bytes(1_200_000);
        assertThat(given.reasons())
                .containsExactly("The baseline allocates 1.20 MB for every operation, and this next to nothing.");

        given.subject().ns(300).bytes(2400);
        given.reference().bytes(8);
        assertThat(given.reasons())
                .containsExactly("It allocates 2.40 KB for every operation, and the baseline next to nothing.");
        given.subject().bytes(9);
        assertThat(given.reasons()).as("too little to be felt").isEmpty();
    }

    @Test
    void whenAllElseIsExcludedItIsTheCode() {
        given.subject().ns(50).busy(1).bytes(0);
        given.reference().ns(200).busy(1).bytes(0);

        assertThat(given.reasons()).singleElement().asString().startsWith("Both keep one processor busy");
        assertThat(given.reasons().getFirst()).contains("do without the Vector API");
        given.subject().busy(1.3);
        assertThat(given.reasons()).as("another thread worked, too").noneMatch(reason -> reason.startsWith("Both"));
        given.subject().busy(1).bytes(Double.NaN);
        assertThat(given.reasons()).as("garbage is not excluded").isEmpty();
        given.subject().bytes(0).vectors();
        assertThat(given.reasons()).noneMatch(reason -> reason.startsWith("Both"));
    }

    @Test
    void waitsThatPassSideBySideTakeNoProcessors() {
        given.subject().pooled(4).ns(50).busy(0.04);
        given.reference().ns(200).busy(0.02);

        assertThat(given.reasons()).singleElement().asString()
                .startsWith("The baseline is on a processor for 2 % of its time");
        given.reference().busy(0.9);
        assertThat(given.reasons()).noneMatch(reason -> reason.contains("side by side"));
    }

    @Test
    void aGainComesFromProcessorsThatWereKeptBusy() {
        given.subject().pooled(2).ns(55).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).containsExactly("It kept 1.9 of 2 processors busy, the baseline 1.0.");
        given.subject().ns(100);
        assertThat(given.reasons()).noneMatch(reason -> reason.startsWith("It kept"));
    }

    @Test
    void processesOfItsOwnKeepProcessorsBusyWithoutAPool() {
        given.subject().ns(55).busy(1.8);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).containsExactly("It kept 1.8 of 2 processors busy, the baseline 1.0.");
        given.subject().busy(1.1);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void moreWorkersThanProcessorsFindNoFreeOne() {
        given.subject().pooled(4).ns(52).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).containsExactly(
                "4 workers had 2 processors between them and kept 1.9 busy: more workers find no free one.");
        given.subject().pooled(2);
        assertThat(given.reasons()).noneMatch(reason -> reason.contains("between them"));
        given.subject().pooled(4).busy(0.1);
        assertThat(given.reasons()).as("they wanted none").noneMatch(reason -> reason.contains("between them"));
    }

    @Test
    void idleProcessorsAreToldWithWhatTheWorkersDidInstead() {
        given.subject().pooled(2).ns(95).busy(1.1);
        given.reference().ns(100).busy(1);
        assertThat(given.reasons()).containsExactly("Only 1.1 of 2 processors were busy.");

        given.subject().watched(operation(1, 95, 90));
        assertThat(given.reasons()).containsExactly(
                "Only 1.1 of 2 processors were busy: for 45 % of the time a worker waited inside a task, for a lock, "
                        + "another task or a sleep.");
        given.subject().watched(operation(1, 95, 0));
        assertThat(given.reasons())
                .containsExactly("Only 1.1 of 2 processors were busy: for 50 % of the time a worker had no task.");
        given.subject().busy(1.5);
        assertThat(given.reasons()).as("the watched operation was not like the timed ones")
                .contains("Only 1.5 of 2 processors were busy.");
        given.subject().busy(1.7);
        assertThat(given.reasons()).noneMatch(reason -> reason.startsWith("Only"));
    }

    @Test
    void handingOverIsSetAgainstTheWorkInATask() {
        given.subject().pooled(2).ns(8_000_000).busy(1.6).watched(operation(1000, 3_100, 0));
        given.reference().ns(3_000_000).busy(1);

        assertThat(given.reasons()).containsExactly("Each of its 1,000 tasks holds 3.00 µs of work, and handing it "
                + "over takes 9.70 µs of processor time.");
        given.subject().ns(12_000_000);
        assertThat(given.reasons()).as("what was watched was a faster operation")
                .noneMatch(reason -> reason.contains("handing it over"));
        given.subject().ns(8_000_000);
        given.reference().pooled(1);
        assertThat(given.reasons()).as("the reference hands over as well")
                .noneMatch(reason -> reason.contains("handing it over"));
    }

    @Test
    void workThatBecomesDearerInsideTheTasksIsNotHandingOver() {
        given.subject().pooled(2).ns(500).busy(2).watched(operation(2, 500, 0));
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).noneMatch(reason -> reason.contains("handing it over"));
    }

    @Test
    void dearerWorkIsToldByTheProcessorTime() {
        given.subject().pooled(2).ns(500).busy(2);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).containsExactly("Its threads together take 10.0 times the processor time of the "
                + "baseline: handing over, locks, merging and cache lines that travel all count.");
        given.cores(1);
        assertThat(given.reasons()).singleElement().asString().endsWith("2 processors share one core.");
        given.subject().ns(55);
        assertThat(given.reasons()).noneMatch(reason -> reason.contains("together"));
    }

    @Test
    void cheaperWorkIsToldByTheProcessorTime() {
        given.subject().pooled(2).ns(20).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.reasons()).anyMatch(reason -> reason.contains("38 % of the processor time of the baseline"));
        given.reference().runs(Execution.INTERPRETED);
        assertThat(given.reasons()).noneMatch(reason -> reason.contains("together"));
    }

    /// On two lanes, of which the first ran half of the time; the second waited for `waitingPercent` of its own.
    private static Operation operation(int tasks, double meanTaskNs, int waitingPercent) {
        return new Operation(
                SPAN,
                List.of(
                        new Operation.Lane("worker 1", List.of(new Segment(0, SPAN, State.RUNNING, 1))),
                        new Operation.Lane("worker 2", List.of(
                                new Segment(0, SPAN, State.WAITING, waitingPercent / 100.0)))),
                0.5, tasks, meanTaskNs);
    }
}
