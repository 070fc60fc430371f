package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Efforts;
import dev.lanes.event.Figure;
import dev.lanes.event.Plan;
import dev.lanes.event.Plan.Execution;
import dev.lanes.event.Plans;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunEvent.Phase;
import dev.lanes.event.Trust;
import dev.lanes.stats.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The ways to run a variant, in real forks.
@Tag("forked")
class WaysTest {
    private static final Plan.Case INTERPRETED = one("interpreted", Execution.INTERPRETED, 0);
    private static final Plan.Case COMPILED = one("compiled", Execution.COMPILED, 0);
    private static final Plan.Case FORMULA = one("formula", Execution.COMPILED, 0);
    private static final Plan.Case FIRST_CALL = one("firstCall", Execution.FROM_COLD, 0);
    private static final Plan.Case AFTER_500_CALLS = one("after500Calls", Execution.FROM_COLD, 500);

    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theInterpreterIsTimedCallByCallAndTrustedThoughItHasNoCompiler() {
        measure(Plan.USUAL_HEAP_BYTES, INTERPRETED, COMPILED, FORMULA);

        assertThat(samples(INTERPRETED)).extracting(RunEvent.Sample::phase)
                .containsExactly(Phase.WARMUP, Phase.MEASURE, Phase.MEASURE, Phase.MEASURE);
        assertThat(lastScore(INTERPRETED).trust().reasons()).extracting(Trust.Reason::code)
                .doesNotContain("c1-only", "not-settled", "timer-too-coarse", "cpu-below-wall", "cpu-above-wall");
        assertThat(((RunEvent.Finished) events.getLast()).jvms()).extracting(jvm -> jvm.jvmArgs().contains("-Xint"))
                .containsExactly(true, false, false);
        assertThat(lastScore(COMPILED).speedup().low()).as("the interpreter is far slower").isGreaterThan(3);
    }

    @Test
    void allButTheBaselineAndTheYardstickAreComparedWithBoth() {
        measure(Plan.USUAL_HEAP_BYTES, INTERPRETED, COMPILED, FORMULA);

        RunEvent.Scored formula = lastScore(FORMULA);
        assertThat(((RunEvent.Finished) events.getLast()).verdict().reasons()).isNotEmpty()
                .first().asString().contains("interpreter");
        assertThat(formula.speedupOverYardstick().value()).isGreaterThan(1).isLessThan(formula.speedup().value());
        assertThat(lastScore(INTERPRETED).speedupOverYardstick()).isNull();
        assertThat(lastScore(COMPILED).speedupOverYardstick()).isNull();
    }

    @Test
    void fromColdEveryForkTimesOneCallAfterThoseBefore() {
        measure(Plan.USUAL_HEAP_BYTES, FIRST_CALL, AFTER_500_CALLS);

        // On a busy machine the time that five forks usually take is enough for fewer.
        assertThat(samples(FIRST_CALL)).hasSizeBetween(1, 5)
                .allSatisfy(sample -> assertThat(sample.phase()).isEqualTo(Phase.MEASURE))
                .extracting(RunEvent.Sample::round).isSorted().doesNotHaveDuplicates();
        assertThat(samples(AFTER_500_CALLS)).filteredOn(sample -> sample.round() == 1)
                .extracting(RunEvent.Sample::phase).containsExactly(Phase.WARMUP, Phase.MEASURE);
        RunEvent.Scored first = lastScore(FIRST_CALL);
        assertThat(first.score().median()).as("code that is not compiled yet")
                .isGreaterThan(2 * lastScore(AFTER_500_CALLS).score().median());
        assertThat(samples(AFTER_500_CALLS)).filteredOn(sample -> sample.phase() == Phase.WARMUP)
                .as("the time of one call and not of all 500")
                .allSatisfy(sample -> assertThat(sample.nsPerOp()).isLessThan(10 * first.score().median()));
        assertThat(first.trust().reasons()).extracting(Trust.Reason::code)
                .doesNotContain("not-settled", "two-modes", "cpu-below-wall", "cpu-above-wall");
    }

    @Test
    void whatAnExperimentReportsComesWithItsCheckAndTheHeapIsThePlans() {
        long heap = 1500L << 20;
        measure(heap, COMPILED, FORMULA);

        assertThat(figures(COMPILED)).extracting(Figure::label).containsExactly("A heap");
        assertThat(figures(FORMULA)).extracting(Figure::label).containsExactly("A heap", "Calls");
        assertThat(figures(FORMULA).getLast()).as("of the checked call, on an object of its own")
                .isEqualTo(new Figure("Calls", 1, "calls"));
        assertThat(figures(FORMULA).getFirst().value()).isBetween(0.9 * heap, 1.0 * heap);
    }

    @Test
    void whatWaitsByDesignIsToldFromWhatDoesNot() {
        assertThat(facts(one("asleep", Execution.COMPILED, 0), Fact.WAITS_PER_OP)).isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isBetween(0.5, 3.0));
        assertThat(facts(COMPILED, Fact.WAITS_PER_OP)).isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isLessThan(0.1));
        assertThat(facts(INTERPRETED, Fact.WAITS_PER_OP)).as("of a single call per iteration").isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isLessThan(1));
    }

    @Test
    void aCallThatStandsForSeveralOperationsSaysForHowMany() {
        assertThat(facts(one("fourAtOnce", Execution.COMPILED, 0), Fact.OPERATIONS_PER_CALL)).containsOnly(4.0);
        assertThat(facts(COMPILED, Fact.OPERATIONS_PER_CALL)).containsOnly(1.0);
    }

    private static List<Double> facts(Plan.Case one, Fact fact) {
        Plan plan = Plans.plan(Ways.class.getName(), Map.of(), List.of(one), Efforts.exactly(1, 2, 3, 100), 1);
        return new Fork(plan, event -> {}).measure(one, 1, 2).samples().measured().stream()
                .map(iteration -> iteration.fact(fact))
                .toList();
    }

    private void measure(long heapBytes, Plan.Case... cases) {
        Plan plan = new Plan(
                Ways.class.getName(), Map.of(), List.of(cases), Efforts.exactly(1, 2, 2, 50), 1, heapBytes, null);
        new Rounds(plan, events::add).run();
    }

    private List<RunEvent.Sample> samples(Plan.Case one) {
        return all(RunEvent.Sample.class).stream().filter(sample -> sample.key().equals(one.key())).toList();
    }

    private RunEvent.Scored lastScore(Plan.Case one) {
        return all(RunEvent.Scored.class).stream().filter(scored -> scored.key().equals(one.key())).toList().getLast();
    }

    private List<Figure> figures(Plan.Case one) {
        return all(RunEvent.Checked.class).stream()
                .filter(checked -> checked.key().equals(one.key())).findFirst().orElseThrow().figures();
    }

    private <T extends RunEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Plan.Case one(String method, Execution execution, int callsBefore) {
        return Plans.running(method, method, method, Plan.Pool.SEQUENTIAL, 1, execution, callsBefore);
    }
}
