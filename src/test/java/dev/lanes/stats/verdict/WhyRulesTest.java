package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Operation;
import dev.lanes.event.Operation.Segment;
import dev.lanes.event.Operation.State;
import dev.lanes.event.Plan.Execution;
import dev.lanes.event.Trust;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyRulesTest {
    private static final long SPAN = 9_000_000;

    private final GivenGrounds given = new GivenGrounds();

    @Test
    void theTwoStrongestAreToldTheStrongerFirst() {
        given.subject().pooled(4).ns(500).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::dearerWork)).contains("9.50");
        assertThat(given.reasons()).as("9.5 times, and twice").containsExactly(
                given.said(WorkerReasons::dearerWork), given.said(WorkerReasons::tooFewProcessors));
    }

    @Test
    void aWrongOutputComesFirstAndAloneWhereTheMeasurementIsInDoubt() {
        given.subject().pooled(2).ns(50).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WhyRules::wrongOutput)).isEmpty();
        given.wrong();
        assertThat(given.reasons()).hasSize(2).startsWith(given.said(WhyRules::wrongOutput));
        given.trust(Trust.Level.DOUBTFUL);
        assertThat(given.reasons()).containsExactly(given.said(WhyRules::wrongOutput));
    }

    @Test
    void aWideIntervalIsToldWhatWouldMakeItNarrower() {
        given.subject().ns(90).forks(3);
        given.reference().ns(100).forks(8);
        assertThat(given.wanted()).contains("JVMs");

        given.subject().forks(5);
        String largerInput = given.wanted();
        assertThat(largerInput).doesNotContain("JVMs", "cores");
        given.subject().pooled(8);
        assertThat(given.wanted()).contains("8 cores");
        given.reference().pooled(2);
        assertThat(given.wanted()).isEqualTo(largerInput);
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

        assertThat(given.said(CodeReasons::callsFromCold)).contains("the baseline");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::callsFromCold));
        given.subject().ns(90);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void mostOfARatioToAnInterpreterIsTheCompilers() {
        given.subject().ns(20);
        given.reference().runs(Execution.INTERPRETED).ns(4000);
        given.yardstick(100);

        assertThat(given.said(CodeReasons::interpreter)).startsWith("Most ").contains("40 times", "5.0 times faster");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::interpreter));
        given.yardstick(10);
        assertThat(given.said(CodeReasons::interpreter)).contains("2.0 times slower");
        given.yardstick(1000);
        assertThat(given.said(CodeReasons::interpreter)).startsWith("Part ");
        given.yardstick(Double.NaN);
        assertThat(given.said(CodeReasons::interpreter)).as("no figure is known").doesNotContainPattern("\\d|NaN");
        assertThat(given.reasons()).startsWith(given.said(CodeReasons::interpreter));
        given.reference().runs(Execution.COMPILED);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void aGainUpToTheNumberOfLanesNeedsNoOtherCause() {
        given.subject().vectors().ns(25);
        given.reference().ns(100);

        assertThat(given.said(CodeReasons::lanes)).contains("8 numbers", "4.0 times faster");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::lanes));
        given.reference().vectors();
        assertThat(given.reasons()).as("both have lanes").isEmpty();
    }

    @Test
    void aLittleMoreThanTheLanesIsTheirsAsWell() {
        given.subject().lanes(4).ns(23.6);
        given.reference().ns(100);

        assertThat(given.codes()).containsExactly("lanes");
        given.subject().ns(20);
        assertThat(given.codes()).containsExactly("more-than-lanes");
    }

    @Test
    void aGainBeyondTheLanesHasAnotherCauseAsWell() {
        given.subject().vectors().ns(5);
        given.reference().ns(100);

        assertThat(given.said(CodeReasons::moreThanLanes)).contains("20 times", "8 lanes");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::moreThanLanes));
        given.subject().ns(13);
        assertThat(given.said(CodeReasons::moreThanLanes)).isEmpty();
    }

    @Test
    void aCompilerBesideOneThreadIsNoReasonForItsGain() {
        given.subject().ns(10).busy(1.4);
        given.reference().ns(100).busy(1);

        assertThat(given.codes()).doesNotContain("processors-busy");
        given.subject().busy(1.9);
        assertThat(given.codes()).as("threads of a library").contains("processors-busy");
    }

    @Test
    void theGainOfLanesIsThatOverCompiledCode() {
        given.subject().vectors().ns(25);
        given.reference().runs(Execution.INTERPRETED).ns(4000);
        given.yardstick(100);

        assertThat(given.said(CodeReasons::lanes)).contains("4.0 times faster");
        assertThat(given.reasons()).hasSize(2).endsWith(given.said(CodeReasons::lanes));
    }

    @Test
    void theLanesThatCountAreTheSubjectsOwn() {
        given.subject().lanes(4).ns(30);
        given.reference().ns(100);

        assertThat(given.said(CodeReasons::lanes)).contains("4 numbers", "3.3 times");
        given.subject().lanes(2);
        assertThat(given.codes()).containsExactly("more-than-lanes");
    }

    @Test
    void whatAPlainLoopGivesIsNotTheLanes() {
        given.subject().vectors().ns(10);
        given.reference().ns(450);
        given.plain(11);

        assertThat(given.codes()).containsExactly("without-lanes");
        assertThat(given.said(CodeReasons::withoutLanes)).contains("Plain loop", "41 times", "1.1");
        given.plain(200);
        assertThat(given.codes()).as("little of it").containsExactly("more-than-lanes");
    }

    @Test
    void lanesAreNotNamedBesideAReferenceThatMakesObjects() {
        given.subject().vectors().ns(25).bytes(0);
        given.reference().ns(100).bytes(16_000);

        assertThat(given.codes()).containsExactly("garbage");
    }

    @Test
    void interpreterObjectsAndTheRestAreFactorsOfTheRatio() {
        given.subject().vectors().ns(10);
        given.reference().runs(Execution.INTERPRETED).ns(400_000);
        given.compiled(4000);
        given.yardstick(100);

        assertThat(given.codes()).containsExactly("interpreter", "objects");
        assertThat(given.said(CodeReasons::interpreter)).contains("same code", "100 times", "400 times");
        assertThat(given.said(CodeReasons::objects)).contains("40 times");
        given.yardstick(4000);
        assertThat(given.codes()).as("the yardstick is that code itself").doesNotContain("objects");
        given.plain(110);
        assertThat(given.said(CodeReasons::objects)).contains("36 times");
        assertThat(given.codes()).containsExactly("interpreter", "objects");
    }

    @Test
    void anEarlyCallIsSlowBesideALateOneOfTheSameKind() {
        given.subject().runs(Execution.FROM_COLD).ns(900);
        given.reference().runs(Execution.FROM_COLD).callsBefore(1000).ns(100);

        assertThat(given.codes()).containsExactly("from-cold");
        given.subject().callsBefore(1000);
        assertThat(given.codes()).isEmpty();
    }

    @Test
    void lanesThatBringNothingAreSaidTo() {
        given.subject().vectors().ns(98);
        given.reference().ns(100);

        assertThat(given.said(CodeReasons::lanesWithoutGain)).contains("8 lanes", "1.02 times");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::lanesWithoutGain));
        given.subject().pooled(1);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void whoAllocatesIsSlowerForIt() {
        given.subject().ns(100).bytes(0);
        given.reference().ns(200).bytes(1_200_000);
        assertThat(given.said(CodeReasons::garbage)).startsWith("The baseline ").contains("1.20 MB");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::garbage));

        given.subject().ns(300).bytes(2400);
        given.reference().bytes(8);
        assertThat(given.said(CodeReasons::garbage)).startsWith("It ").contains("2.40 KB", "the baseline");
        assertThat(given.reasons()).containsExactly(given.said(CodeReasons::garbage));
        given.subject().bytes(9);
        assertThat(given.reasons()).as("too little to be felt").isEmpty();
    }

    @Test
    void whenAllElseIsExcludedItIsTheCode() {
        given.subject().ns(50).busy(1).bytes(0);
        given.reference().ns(200).busy(1).bytes(0);

        String withoutVectors = given.said(CodeReasons::codeAlone);
        assertThat(given.reasons()).containsExactly(withoutVectors);
        given.subject().busy(1.3);
        assertThat(given.said(CodeReasons::codeAlone)).as("another thread worked, too").isEmpty();
        given.subject().busy(1).bytes(Double.NaN);
        assertThat(given.reasons()).as("garbage is not excluded").isEmpty();
        given.subject().bytes(0).vectors();
        assertThat(given.said(CodeReasons::codeAlone)).isEmpty();
        given.reference().vectors();
        assertThat(given.said(CodeReasons::codeAlone)).contains("Vector API").isNotEqualTo(withoutVectors);
    }

    @Test
    void waitsThatPassSideBySideTakeNoProcessors() {
        given.subject().pooled(4).ns(50).busy(0.04);
        given.reference().ns(200).busy(0.02);

        assertThat(given.said(WorkerReasons::waitsSideBySide)).startsWith("The baseline ").contains("2 %");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::waitsSideBySide));
        given.reference().busy(0.9);
        assertThat(given.said(WorkerReasons::waitsSideBySide)).isEmpty();
    }

    @Test
    void aGainComesFromProcessorsThatWereKeptBusy() {
        given.subject().pooled(2).ns(55).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::processorsBusy)).contains("1.9 of 2", "the baseline 1.0");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::processorsBusy));
        given.subject().ns(100);
        assertThat(given.said(WorkerReasons::processorsBusy)).isEmpty();
    }

    @Test
    void processesOfItsOwnKeepProcessorsBusyWithoutAPool() {
        given.subject().ns(55).busy(1.8);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::processorsBusy)).contains("1.8 of 2", "the baseline 1.0");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::processorsBusy));
        given.subject().busy(1.1);
        assertThat(given.reasons()).isEmpty();
    }

    @Test
    void moreWorkersThanProcessorsFindNoFreeOne() {
        given.subject().pooled(4).ns(52).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::tooFewProcessors)).contains("4 workers", "2 processors", "1.9 busy");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::tooFewProcessors));
        given.subject().pooled(2);
        assertThat(given.said(WorkerReasons::tooFewProcessors)).isEmpty();
        given.subject().pooled(4).busy(0.1);
        assertThat(given.said(WorkerReasons::tooFewProcessors)).as("they wanted none").isEmpty();
    }

    @Test
    void idleProcessorsAreToldWithWhatTheWorkersDidInstead() {
        given.subject().pooled(2).ns(95).busy(1.1);
        given.reference().ns(100).busy(1);
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::processorsIdle));
        assertThat(given.said(WorkerReasons::processorsIdle)).contains("1.1 of 2").doesNotContain("%");

        given.subject().watched(operation(1, 95, 90));
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::processorsIdle));
        assertThat(given.said(WorkerReasons::processorsIdle)).contains("1.1 of 2", "45 %", "waited");
        given.subject().watched(operation(1, 95, 0));
        assertThat(given.said(WorkerReasons::processorsIdle)).contains("1.1 of 2", "50 %", "no task");
        given.subject().busy(1.5);
        assertThat(given.said(WorkerReasons::processorsIdle)).as("the watched operation was not like the timed ones")
                .contains("1.5 of 2").doesNotContain("%");
        given.subject().busy(1.7);
        assertThat(given.said(WorkerReasons::processorsIdle)).isEmpty();
    }

    @Test
    void handingOverIsSetAgainstTheWorkInATask() {
        given.subject().pooled(2).ns(8_000_000).busy(1.6).watched(operation(1000, 3_100, 0));
        given.reference().ns(3_000_000).busy(1);

        assertThat(given.said(WorkerReasons::handingOver)).contains("1,000 tasks", "3.00 µs", "9.70 µs");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::handingOver));
        given.subject().watched(operation(4, 750_000, 0));
        assertThat(given.said(WorkerReasons::handingOver)).as("2 ms a task").isEmpty();
        given.subject().watched(operation(1000, 3_100, 0)).ns(12_000_000);
        assertThat(given.said(WorkerReasons::handingOver)).as("what was watched was a faster operation").isEmpty();
        given.subject().ns(8_000_000);
        given.reference().pooled(1);
        assertThat(given.said(WorkerReasons::handingOver)).as("the reference hands over as well").isEmpty();
    }

    @Test
    void processorTimeThatIsMostlyHandingOverIsToldOnce() {
        given.subject().pooled(2).ns(44_000).busy(1).watched(operation(100, 1, 0));
        given.reference().ns(12).busy(1);
        given.subject().watched(new Operation(44_000, operation(1, 1, 0).lanes(), 0.5, 100, 200));

        assertThat(given.codes()).startsWith("handing-over").doesNotContain("dearer-work");
    }

    @Test
    void workThatBecomesDearerInsideTheTasksIsNotHandingOver() {
        given.subject().pooled(2).ns(500).busy(2).watched(operation(2, 500, 0));
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::handingOver)).isEmpty();
    }

    @Test
    void dearerWorkIsToldByTheProcessorTime() {
        given.subject().pooled(2).ns(500).busy(2);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::dearerWork)).contains("10.0 times", "the baseline")
                .doesNotContain("2 processors");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::dearerWork));
        given.cores(1);
        assertThat(given.said(WorkerReasons::dearerWork)).contains("10.0 times", "2 processors");
        assertThat(given.reasons()).containsExactly(given.said(WorkerReasons::dearerWork));
        given.subject().ns(55);
        assertThat(given.said(WorkerReasons::dearerWork)).isEmpty();
    }

    @Test
    void cheaperWorkIsToldByTheProcessorTime() {
        given.subject().pooled(2).ns(20).busy(1.9);
        given.reference().ns(100).busy(1);

        assertThat(given.said(WorkerReasons::cheaperWork)).contains("38 %", "the baseline");
        assertThat(given.reasons()).contains(given.said(WorkerReasons::cheaperWork));
        given.reference().runs(Execution.INTERPRETED);
        assertThat(given.said(WorkerReasons::cheaperWork)).isEmpty();
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
