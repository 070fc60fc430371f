package dev.lanes.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.BesideOthers;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RefusedRequestException;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BesideOthers
class KindPlannersTest {
    private static final long GIB = 1L << 30;
    private static final MachineKind SMALL = FakeKind.of("2-small", FakeKind.machine(2, 256, 2 * GIB));
    private static final MachineKind LARGE = FakeKind.of("16-large", FakeKind.machine(16, 512, 64 * GIB));

    private final Catalog catalog = SampleCatalog.open();
    private final KindPlanners planners = FakeKind.planners(SMALL, LARGE);
    private final ExperimentCard worded = catalog.find("worded").orElseThrow();

    @Test
    void withoutANameItIsTheFirstKind() {
        assertThat(planners.of((String) null).plan(worded(null, Map.of())).settings().machine()).isEqualTo("2-small");
        assertThat(planners.of("16-large").plan(worded("16-large", Map.of())).settings().machine())
                .isEqualTo("16-large");
    }

    @Test
    void anUnknownKindIsRefusedWithTheFieldAndTheKinds() {
        assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> planners.of("8-none"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("machine"))
                .withMessageContainingAll("8-none", "2-small", "16-large");
    }

    @Test
    void availabilityIsThatOfTheKind() {
        ExperimentCard.Variant wide = worded.variant("wide").orElseThrow();
        assertThat(planners.of("2-small").lack(wide)).isPresent();
        assertThat(planners.of("16-large").lack(wide)).isEmpty();
        assertThat(variants("2-small")).doesNotContain("wide");
        assertThat(variants("16-large")).contains("wide");
    }

    @Test
    void rangesByMemoryAreThoseOfTheKind() {
        ExperimentCard.Param megabytes = worded.params().get(1);
        RunPlanner large = planners.of("16-large");
        Map<String, BigDecimal> params = Map.of("kind", BigDecimal.ONE, "megabytes", BigDecimal.valueOf(8192));

        assertThat(large.plan(worded(null, params)).plan().heapBytes()).isGreaterThan(24 * GIB);
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planners.of("2-small").plan(worded(null, params)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("params"));
        ExperimentCard busy = new ExperimentCard(
                worded.id(), worded.className(), worded.section(), worded.title(), worded.question(),
                worded.explanation(), worded.claim(), worded.check(), List.of(busyKind(), megabytes),
                worded.variants(), worded.workers(), worded.workingSet(), worded.work(), worded.reasons());
        assertThat(large.sweepValues(busy, megabytes).getLast()).isEqualTo(8192);
        assertThat(planners.of("2-small").sweepValues(busy, megabytes).getLast()).isLessThan(1024);
    }

    @Test
    void coresToCompareWithAreThoseOfTheKind() {
        assertThat(planners.of("2-small").guideRun(worded).workers()).containsExactly(2, 64);
        assertThat(planners.of("16-large").guideRun(worded).workers()).doesNotContain(2).contains(64);
        assertThat(fewestWorkersOfTheClaim("2-small")).isEqualTo(2);
    }

    @Test
    void whatARunMeasuredIsToldByItsKindOrElseByTheFirst() {
        Run.Request large = planners.of("16-large").plan(worded(null, Map.of())).settings();
        Run.Request old = new Run.Request(
                large.experiment(), large.params(), large.variants(), large.pools(), large.workers(), large.effort(),
                null, null, null);

        assertThat(planners.of(large).kind()).isEqualTo("16-large");
        assertThat(planners.of(old).kind()).isEqualTo("2-small");
    }

    @Test
    void equalRequestsOnTwoKindsAreTwoRuns() {
        PlannedRun small = planners.of("2-small").plan(scripted("2-small"));
        assertThat(small.isLike(planners.of("2-small").plan(scripted(null)))).isTrue();
        assertThat(small.isLike(planners.of("16-large").plan(scripted("16-large")))).isFalse();
    }

    private ExperimentCard.Param busyKind() {
        ExperimentCard.Param kind = worded.params().getFirst();
        return new ExperimentCard.Param(
                kind.name(), kind.label(), kind.unit(), kind.min(), kind.max(), 1, kind.scale(), kind.choices());
    }

    private List<String> variants(String kind) {
        return planners.of(kind).plan(worded(null, Map.of())).settings().variants();
    }

    private int fewestWorkersOfTheClaim(String kind) {
        Plan plan = planners.of(kind).plan(worded(null, Map.of())).plan();
        return plan.cases().stream().filter(one -> one.variant().equals("crowd"))
                .filter(Plan.Case::ofClaim)
                .mapToInt(Plan.Case::workers)
                .min()
                .orElseThrow();
    }

    private static RunRequest worded(String machine, Map<String, BigDecimal> params) {
        return new RunRequest("worded", params, null, null, null, null, null, null, machine, null, null, null);
    }

    private static RunRequest scripted(String machine) {
        return new RunRequest("scripted", Map.of(), null, null, null, null, null, null, machine, null, null, null);
    }
}
