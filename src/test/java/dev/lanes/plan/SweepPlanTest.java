package dev.lanes.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.run.Samples;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SweepPlanTest {
    @Test
    void aSweepMeasuresTheClaimsCasesAtEveryValueAndThoseAtItsOwnAreTheClaims() {
        PlannedRun planned = plan(sweep("size", numbers(64, 8, 512), List.of()));

        assertThat(planned.settings().sweep()).isEqualTo(new Run.Sweep("size", List.of(8L, 64L, 512L), List.of()));
        assertThat(planned.settings().params()).as("the value nearest to the default of 1024")
                .containsEntry("size", 512L);
        assertThat(planned.plan().cases()).extracting(Plan.Case::key).containsExactly(
                "plain@8", "plain@64", "plain@512",
                "one-per-worker/platform/4@8", "one-per-worker/platform/4@64", "one-per-worker/platform/4@512");
        assertThat(planned.plan().cases()).filteredOn(Plan.Case::ofClaim).extracting(Plan.Case::key)
                .containsExactly("plain@512", "one-per-worker/platform/4@512");
        assertThat(planned.plan().params(planned.plan().cases().getFirst()))
                .containsExactly(Map.entry("size", "8"), Map.entry("script", "1"));
        assertThat(planned.plan().cases().getFirst().work().flops()).isEqualTo(8);
    }

    @Test
    void aSweepMeasuresOtherCasesThatAreAskedFor() {
        assertThat(plan(sweep("size", null, List.of("one-per-worker/virtual/2"))).plan().cases())
                .extracting(one -> Run.Sweep.line(one.key())).containsOnly(
                        "plain", "one-per-worker/platform/4", "one-per-worker/virtual/2");
    }

    @Test
    void aSweepThatNamesNoValuesTakesSevenOverTheRangeByItsScale() {
        assertThat(values("scripted", "size")).containsExactly(8L, 32L, 128L, 512L, 2048L, 8192L);
        assertThat(values("scripted", "script")).startsWith(1L).endsWith(20L).hasSize(7);
        assertThat(values("worded", "kind")).as("two values are no sweep").isEmpty();
        assertThat(values("worded", "megabytes")).as("up to what there is memory for, 1.8 GB, rounded")
                .hasSize(7).endsWith(1000L);
    }

    @Test
    void anInterpretedBaselineIsSweptByItsCompiledCounterpart() {
        PlannedRun planned = plan(new RunRequest(
                "worded", Map.of("kind", BigDecimal.ZERO), null, List.of("platform"), numbers(2, 64), null,
                new RunRequest.Sweep("megabytes", numbers(1, 2, 3), List.of("interpreted")), null, null, null, null, null));

        assertThat(planned.plan().cases()).extracting(Plan.Case::key).containsExactly(
                "interpreted@3", "crowd/platform/2@1", "crowd/platform/2@2", "crowd/platform/2@3",
                "crowd/platform/64@1", "crowd/platform/64@2", "crowd/platform/64@3");
    }

    private static List<Long> values(String id, String param) {
        ExperimentCard card = SampleCatalog.open().find(id).orElseThrow();
        return Samples.PLANNER.sweepValues(
                card, card.params().stream().filter(one -> one.name().equals(param)).findFirst().orElseThrow());
    }

    private static RunRequest sweep(String param, List<BigDecimal> values, List<String> also) {
        return new RunRequest(
                "scripted", Map.of(), null, null, null, null, new RunRequest.Sweep(param, values, also), null, null, null, null, null);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad(sweep("sise", null, null), "sweep.param", "\"sise\"", "size, script"),
                bad(sweep(null, null, null), "sweep.param", "size, script"),
                bad(sweep("size", numbers(8, 9), null), "sweep.values", "3 to 9", "2"),
                bad(sweep("size", numbers(8, 9, 10, 11, 12, 13, 14, 15, 16, 17), null), "sweep.values", "3 to 9", "10"),
                bad(sweep("size", numbers(7, 8, 9), null), "sweep.values", "8 to 8192", "7"),
                bad(sweep("size", numbers(8, 8, 9), null), "sweep.values", "8", "twice"),
                bad(sweep("size", null, List.of("plain/virtual/1")), "sweep.also", "\"plain/virtual/1\"", "plain"),
                bad(new RunRequest("scripted", Map.of(), List.of("plain"), null, null, null,
                                new RunRequest.Sweep("size", null, null), null, null, null, null, null),
                        "variants", "one-per-worker", "plain"),
                bad(new RunRequest("worded", Map.of(), null, null, null, null,
                                new RunRequest.Sweep("kind", null, null), null, null, null, null, null),
                        "sweep.param", "kind", "0 (waiting), 1 (busy)"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("refused")
    void aRefusalNamesTheFieldTheValueAndWhatIsAllowed(RunRequest request, String field, String[] named) {
        assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> plan(request)).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.getMessage()).contains(named);
        });
    }

    private static PlannedRun plan(RunRequest request) {
        return Samples.PLANNER.plan(request);
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static Arguments bad(RunRequest request, String field, String... named) {
        return Arguments.of(request, field, named);
    }
}
