package dev.lanes.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.EffortLevel;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Run;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.plan.RefusedRequestException.Reason;
import dev.lanes.process.Cancellation;
import dev.lanes.run.CeilingMeasuring;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunPlannerTest {

    @Test
    void whatIsLeftOutTakesItsDefault() {
        PlannedRun planned = plan(asked("scripted", Map.of(), null, null, null, null));

        assertThat(planned.settings()).isEqualTo(new Run.Request(
                "scripted",
                Map.of("size", 1024L, "script", 1L),
                List.of("plain", "one-per-worker"),
                List.of(Plan.Pool.PLATFORM, Plan.Pool.VIRTUAL),
                List.of(1, 2, 4),
                EffortLevel.QUICK, null, null, null));
    }

    @Test
    void aPooledVariantIsPlannedOnceForEveryPoolAndWorkerCount() {
        PlannedRun planned = plan(asked(
                "scripted", Map.of(), null, List.of("virtual", "platform"), numbers(4, 1), "standard"));

        assertThat(planned.plan().cases()).extracting(Plan.Case::key).containsExactly(
                "plain",
                "one-per-worker/platform/1",
                "one-per-worker/platform/4",
                "one-per-worker/virtual/1",
                "one-per-worker/virtual/4");
        assertThat(planned.plan().cases().getLast())
                .isEqualTo(Plans.compiled(
                        "one-per-worker/virtual/4", "one-per-worker", "onePerWorker", Plan.Pool.VIRTUAL, 4));
        assertThat(planned.plan().effort()).isEqualTo(EffortLevel.STANDARD.effort());
        assertThat(planned.plan().experiment()).isEqualTo("dev.lanes.experiment.sample.Scripted");
        assertThat(planned.plan().params()).containsExactly(Map.entry("size", "1024"), Map.entry("script", "1"));
        assertThat(planned.plan().seed()).isEqualTo(42);
    }

    @Test
    void theEstimateIsTheSumOverTheCases() {
        PlannedRun planned = plan(asked("plainest", Map.of(), null, null, null, "quick"));

        assertThat(planned.estimateSeconds())
                .isEqualTo(2 * EffortLevel.QUICK.effort().secondsPerCase() + EffortLevel.QUICK.effort().secondsForTheClaim());
        assertThat(EffortLevel.STANDARD.effort().secondsPerCase()).as("eight forks, at their usual pace").isCloseTo(8 * 1.4, within(1e-9));
    }

    /// A pool's threads sleep in between.
    @Test
    void iterationsOnAPoolAreNotTooShort() {
        Plan quick = plan(asked("scripted", Map.of(), null, null, null, "quick")).plan();

        assertThat(quick.cases()).allSatisfy(one -> assertThat(quick.effort(one).iterationMillis()).isEqualTo(
                one.pool() == Plan.Pool.SEQUENTIAL ? quick.effort().iterationMillis() : 20));
        assertThat(quick.cases()).extracting(Plan.Case::pool).contains(Plan.Pool.values());
        assertThat(quick.effort().iterationMillis()).isLessThan(20);
    }

    @Test
    void whatTheMachineLacksIsNotAmongTheDefaults() {
        assertThat(plan(asked("worded", Map.of(), null, null, null, null)).settings().variants())
                .containsExactly("interpreted", "compiled", "first-call", "after-ten-calls", "crowd");
    }

    @Test
    void aCaseIsPlannedInTheWayThatItsVariantRuns() {
        Plan plan = plan(asked(
                "worded", Map.of(), List.of("interpreted", "compiled", "after-ten-calls"), null, null, null)).plan();

        assertThat(plan.cases()).extracting(Plan.Case::execution).containsExactly(
                Plan.Execution.INTERPRETED, Plan.Execution.COMPILED, Plan.Execution.FROM_COLD);
        assertThat(plan.cases()).extracting(Plan.Case::callsBefore).containsExactly(0, 0, 10);
        assertThat(plan.estimateSeconds()).isCloseTo(
                plan.effort().secondsForTheClaim() + Stream.of(Plan.Execution.values())
                        .mapToDouble(way -> plan.effort().of(way).secondsPerCase())
                        .sum(),
                within(1e-9));
    }

    @Test
    void threadsOfALibrarysOwnAreAsManyAsThereAreProcessors() {
        Capacity hyperthreaded = new Capacity(256, 8, 4, 8L << 30, Optional.empty());
        RunPlanner planner = new RunPlanner(SampleCatalog.open(), () -> 42, () -> hyperthreaded, Offers.EVERYTHING);

        assertThat(planner.plan(asked("worded", Map.of(), List.of("compiled", "library"), null, null, null))
                .plan().cases()).extracting(Plan.Case::workers).containsExactly(1, 8);
    }

    @Test
    void theHeapHoldsTheWorkingSetOfThreeObjectsButIsNeverSmallerThanUsual() {
        assertThat(plan(worded(1, 16)).plan().heapBytes()).isEqualTo(Plan.USUAL_HEAP_BYTES);
        assertThat(plan(worded(0, 8192)).plan().heapBytes()).isEqualTo(Plan.USUAL_HEAP_BYTES);
        assertThat(plan(worded(1, 1024)).plan().heapBytes()).isEqualTo((3L << 30) + (1L << 29));
    }

    @Test
    void aMachineWithLessMemoryThanAnyForkTakesRefusesEveryRunInWords() {
        Capacity small = new Capacity(256, 2, 2, (1L << 30) * 3 / 4, Optional.empty());
        RunPlanner planner = new RunPlanner(SampleCatalog.open(), () -> 42, () -> small, Offers.EVERYTHING);

        assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> planner.plan(worded(1, 16)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("experiment"))
                .withMessageContaining("1.0 GB").withMessageContaining("0.8 GB");
        assertThat(CeilingMeasuring.by(FakeWorker.command(), Duration.ZERO).given(() -> small)
                .measure(new Cancellation())).isInstanceOfSatisfying(CeilingMeasuring.Outcome.Failed.class,
                        failed -> assertThat(failed.problem().detail()).contains("0.8 GB"));
    }

    @Test
    void aRunOfTheWholeGuideTakesTheClaimsWorkersAsFarAsThereAreCores() {
        GuideRun scripted = guideRun("scripted");
        assertThat(scripted.variants()).containsExactly("plain", "one-per-worker");
        assertThat(scripted.pools()).containsExactly(Plan.Pool.PLATFORM, Plan.Pool.VIRTUAL);
        assertThat(scripted.workers()).as("the claim is about 4, and there are 2 cores").containsExactly(2);
        assertThat(scripted.seconds()).isEqualTo(
                3 * EffortLevel.QUICK.effort().secondsPerCase() + EffortLevel.QUICK.effort().secondsForTheClaim());

        assertThat(guideRun("worded").workers()).as("cores and a crowd").containsExactly(2, 64);
        assertThat(guideRun("worded").variants()).doesNotContain("wide");
        assertThat(guideRun("plainest")).isEqualTo(new GuideRun(
                List.of("base", "other"), List.of(), List.of(),
                2 * EffortLevel.QUICK.effort().secondsPerCase() + EffortLevel.QUICK.effort().secondsForTheClaim()));
    }

    @Test
    void bothEndsOfARangeAreInIt() {
        for (String size : List.of("8", "8192", "16.0", "1e2")) {
            PlannedRun planned = plan(size(size));
            assertThat(planned.settings().params()).containsEntry("size", new BigDecimal(size).longValueExact());
        }
    }

    @Test
    void emptyPoolsAreFineWhereThereAreNone() {
        assertThat(plan(asked("plainest", Map.of(), null, List.of(), List.of(), null)).settings().pools())
                .isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad(size("7"), "params.size", "8 to 8192", "7"),
                bad(size("8193"), "params.size", "8 to 8192", "8193"),
                bad(size("-1"), "params.size", "8 to 8192", "-1"),
                bad(size("4096.5"), "params.size", "8 to 8192", "4096.5"),
                bad(size("1e999999999"), "params.size", "1E+999999999"),
                bad(size("9".repeat(500)), "params.size", "9999"),
                bad(asked("scripted", Map.of("sise", BigDecimal.ONE), null, null, null, null),
                        "params.sise", "sise", "size, script"),
                bad(asked("plainest", Map.of("size", BigDecimal.ONE), null, null, null, null),
                        "params.size", "plainest", "size"),
                bad(asked("scripted", Map.of(), List.of(), null, null, null),
                        "variants", "plain, one-per-worker"),
                bad(asked("scripted", Map.of(), List.of("plain", "plain"), null, null, null),
                        "variants", "\"plain\"", "plain, one-per-worker"),
                bad(asked("scripted", Map.of(), List.of("fast"), null, null, null),
                        "variants", "plain, one-per-worker", "\"fast\""),
                bad(asked("scripted", Map.of(), null, List.of("gpu"), null, null),
                        "pools", "platform, virtual", "\"gpu\""),
                bad(asked("scripted", Map.of(), null, List.of("virtual", "virtual"), null, null),
                        "pools", "\"virtual\"", "platform, virtual"),
                bad(asked("scripted", Map.of(), null, List.of(), null, null), "pools", "platform, virtual"),
                bad(asked("scripted", Map.of(), null, null, numbers(1, 3), null),
                        "workers", "1, 2, 4", "\"3\""),
                bad(asked("scripted", Map.of(), null, null, numbers(2, 2), null),
                        "workers", "\"2\"", "1, 2, 4"),
                bad(asked("scripted", Map.of(), null, null, List.of(), null), "workers", "1, 2, 4"),
                bad(asked("scripted", Map.of(), null, null, List.of(new BigDecimal("2.5")), null),
                        "workers", "1, 2, 4", "\"2.5\""),
                bad(asked("plainest", Map.of(), null, List.of("virtual"), null, null),
                        "pools", "plainest", "\"virtual\""),
                bad(asked("plainest", Map.of(), null, null, numbers(1), null),
                        "workers", "plainest", "\"1\""),
                bad(worded(2, 1), "params.kind", "0 (waiting), 1 (busy)", "2"),
                bad(worded(1, 8192), "params", "kind=1", "megabytes=8192", "24.5 GB", "6.0 GB"),
                bad(asked("worded", Map.of(), List.of("interpreted", "wide"), null, null, null),
                        "variants", "\"wide\"", "512 bits", "256"),
                bad(asked("scripted", Map.of(), null, null, null, "endless"),
                        "effort", "quick, standard, thorough", "\"endless\""));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("refused")
    void aRefusalNamesTheFieldTheValueAndWhatIsAllowed(RunRequest request, String field, String[] named) {
        assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> plan(request)).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.getMessage()).contains(named);
            assertThat(refusal.getMessage().length()).isLessThan(300);
            assertThat(refusal.reason()).isEqualTo(Reason.NOT_ALLOWED);
        });
    }

    @Test
    void anUnknownExperimentIsRefusedWithTheOnesThereAre() {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> plan(asked("nothing", Map.of(), null, null, null, null)))
                .withMessageContaining("\"nothing\"")
                .withMessageContaining("plainest, scripted, worded")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_EXPERIMENT));
    }

    /// A request without a sweep.
    private static RunRequest asked(
            String experiment, Map<String, BigDecimal> params, List<String> variants, List<String> pools,
            List<BigDecimal> workers, String effort) {
        return new RunRequest(experiment, params, variants, pools, workers, effort, null, null, null, null, null, null);
    }

    private static PlannedRun plan(RunRequest request) {
        return Samples.PLANNER.plan(request);
    }

    private static GuideRun guideRun(String id) {
        return Samples.PLANNER.guideRun(SampleCatalog.open().find(id).orElseThrow());
    }

    private static RunRequest worded(int kind, int megabytes) {
        return asked(
                "worded", Map.of("kind", BigDecimal.valueOf(kind), "megabytes", BigDecimal.valueOf(megabytes)), null,
                null, null, null);
    }

    private static RunRequest size(String value) {
        return asked("scripted", Map.of("size", new BigDecimal(value)), null, null, null, null);
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static Arguments bad(RunRequest request, String field, String... named) {
        return Arguments.of(request, field, named);
    }
}
