package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.Efforts;
import dev.lanes.event.Figure;
import dev.lanes.event.Plan.Execution;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.RunEvent.Phase;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Trust;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.worker.fork.Fork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The ways to run a variant, in real forks.
@Tag("forked")
@BesideOthers
class WaysTest {
    private static final Plan.Case INTERPRETED = one("interpreted", Execution.INTERPRETED, 0);
    private static final Plan.Case COMPILED = one("compiled", Execution.COMPILED, 0);
    private static final Plan.Case FORMULA = one("formula", Execution.COMPILED, 0);
    private static final Plan.Case FIRST_CALL = one("firstCall", Execution.FROM_COLD, 0);
    private static final Plan.Case AFTER_500_CALLS = one("after500Calls", Execution.FROM_COLD, 500);

    private static final long HEAP = 1500L << 20;

    /// Of one run, which most tests look at, since every fork takes a second.
    private static final List<RunEvent> EVENTS = Collections.synchronizedList(new ArrayList<>());

    private static ForkSamples compiled;

    @BeforeAll
    static void measureWhatSeveralTestsLookAt() {
        measure(EVENTS, INTERPRETED, COMPILED, FORMULA);
        compiled = fork(COMPILED, event -> {});
    }

    @Test
    void theInterpreterIsTimedCallByCallAndTrustedThoughItHasNoCompiler() {
        assertThat(samples(EVENTS, INTERPRETED)).extracting(RunEvent.Sample::phase)
                .containsExactly(Phase.WARMUP, Phase.MEASURE, Phase.MEASURE, Phase.MEASURE);
        assertThat(lastScore(EVENTS, INTERPRETED).trust().reasons()).extracting(Trust.Reason::code)
                .doesNotContain("c1-only", "not-settled", "timer-too-coarse", "cpu-below-wall", "cpu-above-wall");
        assertThat(((RunEvent.Finished) EVENTS.getLast()).jvms()).extracting(jvm -> jvm.jvmArgs().contains("-Xint"))
                .containsExactly(true, false, false);
        assertThat(lastScore(EVENTS, COMPILED).speedup().value()).as("the interpreter is far slower").isGreaterThan(3);
    }

    @Test
    void allButTheBaselineAndTheYardstickAreComparedWithBoth() {
        RunEvent.Scored formula = lastScore(EVENTS, FORMULA);
        assertThat(formula.speedupOverYardstick().value()).isGreaterThan(1).isLessThan(formula.speedup().value());
        assertThat(lastScore(EVENTS, INTERPRETED).speedupOverYardstick()).isNull();
        assertThat(lastScore(EVENTS, COMPILED).speedupOverYardstick()).isNull();
    }

    @Test
    void theVerdictSaysHowMuchIsTheInterpreter() {
        assumeThat(List.of(lastScore(EVENTS, INTERPRETED), lastScore(EVENTS, FORMULA)))
                .as("of a measurement in doubt, as on a busy machine, nothing is said")
                .noneMatch(scored -> scored.trust().level() == Trust.Level.DOUBTFUL);

        assertThat(((RunEvent.Finished) EVENTS.getLast()).verdict().reasons()).isNotEmpty()
                .first().asString().contains("interpreter");
    }

    @Test
    void fromColdEveryForkTimesOneCallAfterThoseBefore() {
        List<RunEvent> cold = new ArrayList<>();
        measure(cold, FIRST_CALL);
        List<RunEvent> warm = new ArrayList<>();
        double after500Calls = fork(AFTER_500_CALLS, warm::add).median();

        // On a busy machine the time that five forks usually take is enough for fewer.
        assertThat(samples(cold, FIRST_CALL)).hasSizeBetween(1, 5)
                .allSatisfy(sample -> assertThat(sample.phase()).isEqualTo(Phase.MEASURE))
                .extracting(RunEvent.Sample::round).isSorted().doesNotHaveDuplicates();
        assertThat(samples(warm, AFTER_500_CALLS))
                .extracting(RunEvent.Sample::phase).as("the calls before are set-up").containsExactly(Phase.MEASURE);
        RunEvent.Scored first = lastScore(cold, FIRST_CALL);
        assertThat(first.score().median()).as("code that is not compiled yet").isGreaterThan(2 * after500Calls);
        assertThat(first.trust().reasons()).extracting(Trust.Reason::code)
                .doesNotContain("not-settled", "two-modes", "cpu-below-wall", "cpu-above-wall");
    }

    @Test
    void whatAnExperimentReportsIsTheMedianOfManyCallsAndTheHeapIsThePlans() {
        assertThat(figures(COMPILED)).extracting(Figure::label).containsExactly("A heap");
        assertThat(figures(FORMULA)).extracting(Figure::label).containsExactly("A heap", "Calls");
        assertThat(figures(FORMULA).getLast()).as("the later half of the calls on an object of its own")
                .isEqualTo(new Figure("Calls", 38, "calls"));
        assertThat(figures(FORMULA).getFirst().value()).isBetween(0.9 * HEAP, 1.0 * HEAP);
    }

    @Test
    void whatWaitsByDesignIsToldFromWhatDoesNot() {
        ForkSamples asleep = fork(one("asleep", Execution.COMPILED, 0), event -> {});
        ForkSamples interpreted = fork(INTERPRETED, event -> {});

        assertThat(facts(asleep, Fact.WAITS_PER_OP)).isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isBetween(0.5, 3.0));
        assertThat(facts(compiled, Fact.WAITS_PER_OP)).isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isLessThan(0.1));
        assertThat(facts(interpreted, Fact.WAITS_PER_OP)).as("of a single call per iteration").isNotEmpty()
                .allSatisfy(waits -> assertThat(waits).isLessThan(1));
    }

    @Test
    void aCallThatStandsForSeveralOperationsSaysForHowMany() {
        ForkSamples fourAtOnce = fork(one("fourAtOnce", Execution.COMPILED, 0), event -> {});

        assertThat(facts(fourAtOnce, Fact.OPERATIONS_PER_CALL)).containsOnly(4.0);
        assertThat(facts(compiled, Fact.OPERATIONS_PER_CALL)).containsOnly(1.0);
    }

    private static List<Double> facts(ForkSamples samples, Fact fact) {
        return samples.measured().stream().map(iteration -> iteration.fact(fact)).toList();
    }

    private static ForkSamples fork(Plan.Case one, Consumer<RunEvent> events) {
        return new Fork(plan(one), events).measure(one, 1).samples();
    }

    private static void measure(List<RunEvent> events, Plan.Case... cases) {
        new Rounds(plan(cases), events::add).run();
    }

    private static Plan plan(Plan.Case... cases) {
        return new Plan(Ways.class.getName(), Map.of(), List.of(cases), Efforts.exactly(1, 2, 2, 50), 1, HEAP,
                null, null, List.of(), null, false);
    }

    private static List<RunEvent.Sample> samples(List<RunEvent> events, Plan.Case one) {
        return all(events, RunEvent.Sample.class).stream().filter(sample -> sample.key().equals(one.key())).toList();
    }

    private static RunEvent.Scored lastScore(List<RunEvent> events, Plan.Case one) {
        return all(events, RunEvent.Scored.class).stream()
                .filter(scored -> scored.key().equals(one.key())).toList().getLast();
    }

    private static List<Figure> figures(Plan.Case one) {
        return all(EVENTS, RunEvent.Checked.class).stream()
                .filter(checked -> checked.key().equals(one.key())).findFirst().orElseThrow().figures();
    }

    private static <T extends RunEvent> List<T> all(List<RunEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Plan.Case one(String method, Execution execution, int callsBefore) {
        return Plans.running(method, method, method, Plan.Pool.SEQUENTIAL, 1, execution, callsBefore);
    }
}
