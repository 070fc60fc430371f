package dev.lanes.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.EffortLevel;
import dev.lanes.event.Events;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunEvent.Phase;
import dev.lanes.event.Trust;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.edit.Edited;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EarlierRunTest {
    private static final Machine HERE = FakeWorker.MACHINE;
    private static final PlannedRun QUICK = Samples.PLANNER.plan(
            new RunRequest("scripted", Map.of(), List.of("plain"), null, null, "quick", null, null, null, null, null, null));

    @Test
    void aRunGoesOnAtTheNextEffortWithTheSameSettings() {
        PlannedRun on = planOn(asked(null, Map.of(), null), earlier(Trust.Level.GOOD));

        assertThat(on.settings()).isEqualTo(QUICK.settings().continuing("r1", EffortLevel.STANDARD, null));
        assertThat(on.plan().cases()).isEqualTo(QUICK.plan().cases());
        assertThat(on.plan().effort()).isEqualTo(EffortLevel.STANDARD.effort());
        assertThat(planOn(asked(null, Map.of("size", BigDecimal.valueOf(1024)), "thorough"), earlier(Trust.Level.GOOD))
                .settings().effort()).isEqualTo(EffortLevel.THOROUGH);
    }

    @Test
    void whatWasMeasuredIsPartOfThePlanAndOfTheNewRunAndTakesNothingOfTheBudget() {
        PlannedRun on = planOn(asked(null, Map.of(), null), earlier(Trust.Level.GOOD));
        Plan.Case one = on.plan().cases().getFirst();

        assertThat(on.plan().before(one).orElseThrow().samples()).containsExactly(100.0, 101.0);
        Run begun = Run.asked("r2", on.settings(), on.plan(), Instant.EPOCH);
        assertThat(begun.cases().getFirst().iterations()).hasSize(2);
        assertThat(begun.cases().getFirst().score()).as("is concluded anew").isNull();
        double whole = on.plan().effort(one).secondsPerCase();
        assertThat(on.plan().secondsLeft(one)).isCloseTo(whole * 6 / 8, within(1e-9));
    }

    @Test
    void whatWasDisturbedIsMeasuredAnew() {
        assertThat(planOn(asked(null, Map.of(), null), earlier(Trust.Level.DOUBTFUL)).plan().before()).isEmpty();
        assertThat(planOn(asked(null, Map.of(), null), earlier(Trust.Level.NOISY)).plan().before()).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(asked("worded", Map.of(), null), HERE, true, "experiment"),
                Arguments.of(asked(null, Map.of("size", BigDecimal.TEN), null), HERE, true, "params.size"),
                Arguments.of(new RunRequest(null, Map.of(), List.of("one-per-worker"), null, null, null, null,
                                "r1", null, null, null, null),
                        HERE, true, "variants"),
                Arguments.of(new RunRequest(null, Map.of(), null, List.of("virtual"), null, null, null, "r1", null, null, null, null),
                        HERE, true, "pools"),
                Arguments.of(new RunRequest(null, Map.of(), null, null, List.of(BigDecimal.ONE), null, null,
                                "r1", null, null, null, null),
                        HERE, true, "workers"),
                Arguments.of(asked(null, Map.of(), "quick"), HERE, true, "effort"),
                Arguments.of(asked(null, Map.of(), null), other(), true, "continues"),
                Arguments.of(asked(null, Map.of(), null), otherJvm(), true, "continues"),
                Arguments.of(asked(null, Map.of(), null), null, true, "continues"),
                Arguments.of(asked(null, Map.of(), null), HERE, false, "continues"));
    }

    @ParameterizedTest(name = "{3}: {0}")
    @MethodSource("refused")
    void whatWouldNotMeasureTheSameIsRefusedByTheFieldThatDiffers(
            RunRequest request, Machine here, boolean sameCode, String field) {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planOn(request, new EarlierRun(run(Trust.Level.GOOD), sameCode, here)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .withMessageContaining("r1");
    }

    @Test
    void settingsThatTheExperimentNoLongerHasAreRefused() {
        Run then = run(Trust.Level.GOOD);
        Run.Request old = new Run.Request(
                "scripted", Map.of("size", 1024L), List.of("plain"), then.request().pools(), then.request().workers(),
                EffortLevel.QUICK, null, null, null);
        Run earlier = new Run(
                then.id(), then.state(), old, 1, then.machine(), then.createdAt(), null, null, then.cases(), null, null, null,
                null, null, null, null, null, 1, null, null);

        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planOn(asked(null, Map.of(), null), new EarlierRun(earlier, true, HERE)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("continues"));
    }

    @Test
    void aSweepGoesOnAsASweep() {
        PlannedRun planned = Samples.PLANNER.plan(new RunRequest(
                "scripted", Map.of(), null, null, null, "quick", new RunRequest.Sweep("size", null, null), null, null, null, null, null));
        Run then = run(Trust.Level.GOOD);
        Run earlier = new Run(
                "r1", then.state(), planned.settings(), 1, then.machine(), then.createdAt(), null, null,
                Run.asked("r1", planned.settings(), planned.plan(), Instant.EPOCH).cases(), null, null, null, null, null, null,
                null, null, 1, null, null);

        PlannedRun on = planOn(asked(null, Map.of(), null), new EarlierRun(earlier, true, HERE));

        assertThat(on.settings().sweep()).isEqualTo(planned.settings().sweep());
        assertThat(on.plan().cases()).isEqualTo(planned.plan().cases());
    }

    @Test
    void aRunWithEditsGoesOnWithTheSameEdits() {
        List<Edit> edits = List.of(new Edit("a/A.java", "class A {}"));
        EarlierRun earlier = new EarlierRun(edited(edits, Trust.Level.GOOD), true, HERE);

        PlannedRun on = EditedCases.beside(
                planOn(asked(edits), earlier), new Edited(edits, Map.of(), false), "plain"::equals);

        assertThat(on.plan().cases()).extracting(Plan.Case::key).containsExactly("plain", "plain@edit");
        assertThat(on.plan().cases()).allSatisfy(one -> assertThat(on.plan().before(one)).isPresent());
        Run begun = Run.asked("r2", on.settings(), on.plan(), Instant.EPOCH);
        assertThat(begun.edits()).isEqualTo(edits);
        assertThat(begun.cases()).allSatisfy(one -> assertThat(one.iterations()).hasSize(1));
        assertThat(begun.cases().getLast().edited()).isTrue();
    }

    @Test
    void anEditAndItsOriginalAreBothMeasuredAnewIfOneOfThemWasDisturbed() {
        List<Edit> edits = List.of(new Edit("a/A.java", "class A {}"));

        assertThat(planOn(asked(edits), new EarlierRun(edited(edits, Trust.Level.DOUBTFUL), true, HERE)).plan().before())
                .isEmpty();
    }

    @Test
    void otherEditsThanTheRunsOwnAreRefused() {
        List<Edit> edits = List.of(new Edit("a/A.java", "class A {}"));
        EarlierRun earlier = new EarlierRun(edited(edits, Trust.Level.GOOD), true, HERE);

        for (RunRequest other : List.of(asked(List.of(new Edit("a/A.java", "class A { }"))), asked(null, Map.of(), null))) {
            assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> planOn(other, earlier))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("edits"));
        }
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planOn(asked(edits), earlier(Trust.Level.GOOD)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("edits"));
    }

    @Test
    void aRunOfAnEarlierVersionGoesOnWithTheKindOfItsMachine() {
        PlannedRun on = Samples.PLANNER.on("4-amd64", () -> Capacity.of(HERE))
                .planOn(asked(null, Map.of(), null), earlier(Trust.Level.GOOD));

        assertThat(on.settings().machine()).isEqualTo("4-amd64");
        assertThat(on.plan().before()).isNotEmpty();
    }

    @Test
    void afterTheHighestEffortThereIsNone() {
        Run quick = run(Trust.Level.GOOD);
        Run thorough = new Run(
                quick.id(), quick.state(), quick.request().continuing(null, EffortLevel.THOROUGH, null), 1, quick.machine(),
                quick.createdAt(), null, null, quick.cases(), null, null, null, null, null, null, null, null, 1,
                null, null);

        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planOn(asked(null, Map.of(), null), new EarlierRun(thorough, true, HERE)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("effort"));
    }

    private static PlannedRun planOn(RunRequest request, EarlierRun earlier) {
        return Samples.PLANNER.planOn(request, earlier);
    }

    private static RunRequest asked(String experiment, Map<String, BigDecimal> params, String effort) {
        return new RunRequest(experiment, params, null, null, null, effort, null, "r1", null, null, null, null);
    }

    private static RunRequest asked(List<Edit> edits) {
        return new RunRequest(null, Map.of(), null, null, null, null, null, "r1", null, edits, null, null);
    }

    /// One JVM each of "plain" and its edit.
    private static Run edited(List<Edit> edits, Trust.Level ofTheEdit) {
        PlannedRun planned = EditedCases.beside(QUICK, new Edited(edits, Map.of(), false), "plain"::equals);
        return Stream.of(
                        new RunEvent.Started(List.of("plain", "plain@edit"), 1, HERE, null),
                        Events.sample("plain", Phase.MEASURE, 1, 1, 100),
                        Events.sample("plain@edit", Phase.MEASURE, 1, 1, 99),
                        Events.scored("plain", null, null, new Trust(Trust.Level.GOOD, List.of())),
                        Events.scored("plain@edit", null, null, new Trust(ofTheEdit, List.of())),
                        Events.finished(null))
                .reduce(
                        Run.asked("r1", planned.settings(), planned.plan(), Instant.EPOCH),
                        (run, event) -> run.after(event, Instant.EPOCH), (one, two) -> two);
    }

    private static EarlierRun earlier(Trust.Level level) {
        return new EarlierRun(run(level), true, HERE);
    }

    /// Two JVMs of one iteration each.
    private static Run run(Trust.Level level) {
        List<Trust.Reason> reasons = level == Trust.Level.NOISY
                ? List.of(new Trust.Reason("other-programs", "Seen.", "Close them."))
                : List.of();
        return Stream.of(
                        new RunEvent.Started(List.of("plain"), 1, HERE, null),
                        Events.sample("plain", Phase.MEASURE, 1, 1, 100),
                        Events.sample("plain", Phase.MEASURE, 2, 1, 101),
                        Events.scored("plain", null, null, new Trust(level, reasons)),
                        Events.finished(null))
                .reduce(
                        Run.asked("r1", QUICK.settings(), QUICK.plan(), Instant.EPOCH),
                        (run, event) -> run.after(event, Instant.EPOCH), (one, two) -> two);
    }

    private static Machine other() {
        return new Machine(
                "Another CPU", HERE.architecture(), 64, 32, 64, List.of(), 512, 1L << 40, HERE.os(), HERE.javaVersion(),
                HERE.jvmName(), HERE.jit(), false, List.of(), null, null);
    }

    private static Machine otherJvm() {
        return new Machine(
                HERE.cpuModel(), HERE.architecture(), HERE.logicalCores(), HERE.physicalCores(), HERE.usableCpus(),
                HERE.caches(), HERE.simdBits(), HERE.memoryBytes(), HERE.os(), "26", HERE.jvmName(), HERE.jit(),
                HERE.container(), HERE.warnings(), HERE.blas(), HERE.noBlasBecause());
    }
}
