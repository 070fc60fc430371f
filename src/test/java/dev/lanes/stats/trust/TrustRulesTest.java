package dev.lanes.stats.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Plan;
import dev.lanes.event.Trust;
import dev.lanes.event.Trust.Level;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.ForkScatter;
import dev.lanes.stats.Iteration;
import dev.lanes.stats.trust.Place.OfClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustRulesTest {
    private static final Place ALONE = new Place(false, 1, 4, false, OfClaim.NO);
    private static final Place OF_AN_OPEN_CLAIM = new Place(false, 1, 4, false, OfClaim.OPEN);
    private static final Place OF_A_CLAIM_THAT_CAN_BE_TOLD = new Place(false, 1, 4, false, OfClaim.TOLD);
    private static final Place ON_A_POOL = new Place(true, 8, 4, false, OfClaim.NO);
    private static final double[] STEADY = {10, 10.1, 9.9, 10, 10.1};
    private static final double[][] THREE_STEADY = {STEADY, STEADY, STEADY};

    @Test
    void steadyForksThatAgreeAreGood() {
        Trust trust = judge(ALONE, Given.times(THREE_STEADY));

        assertThat(trust.level()).isEqualTo(Level.GOOD);
        assertThat(trust.reasons()).isEmpty();
    }

    @Test
    void aSingleForkIsNamedButDoesNotLowerTheLight() {
        Trust trust = judge(ALONE, Given.times(STEADY));

        assertThat(trust.level()).isEqualTo(Level.GOOD);
        assertThat(codes(trust)).containsExactly("one-fork");
    }

    @Test
    void aWideIntervalThatLeavesTheClaimOpenIsNoisyHoweverWide() {
        for (double[] times : new double[][] {{10, 11, 12}, {10, 20, 40}}) {
            assertThat(judge(OF_AN_OPEN_CLAIM, Given.calls(Plan.Execution.FROM_COLD, Map.of(), times)))
                    .satisfies(trust -> assertThat(codes(trust)).containsExactly("wide-interval"))
                    .extracting(Trust::level).isEqualTo(Level.NOISY);
        }
    }

    @Test
    void besideAClaimAWideIntervalIsNoisyWhereTheJvmsScatterAndANoteWhereTheyAreFew() {
        assertThat(judge(ALONE, Given.calls(Plan.Execution.FROM_COLD, Map.of(), 10, 20, 40)))
                .satisfies(trust -> assertThat(codes(trust)).containsExactly("wide-interval"))
                .extracting(Trust::level).isEqualTo(Level.NOISY);
        assertThat(judge(ALONE, Given.calls(Plan.Execution.FROM_COLD, Map.of(), 10, 11, 12)))
                .satisfies(trust -> assertThat(codes(trust)).containsExactly("wide-interval"))
                .extracting(Trust::level).isEqualTo(Level.GOOD);
        double[] scattered = {10, 13, 8, 12, 9};
        assertThat(judge(ALONE, Given.times(scattered)))
                .as("a single JVM whose times leave its own median open")
                .satisfies(trust -> assertThat(codes(trust)).contains("wide-interval", "one-fork"))
                .extracting(Trust::level).isEqualTo(Level.NOISY);
    }

    @Test
    void aWideIntervalOfAClaimThatCanBeToldIsANote() {
        assertThat(judge(OF_A_CLAIM_THAT_CAN_BE_TOLD, Given.calls(Plan.Execution.FROM_COLD, Map.of(), 10, 11, 12)))
                .satisfies(trust -> assertThat(codes(trust)).containsExactly("wide-interval"))
                .extracting(Trust::level).isEqualTo(Level.GOOD);
    }

    @Test
    void forksInTwoGroupsRunInTwoModesAndThoseThatScatterDoNot() {
        Trust trust = judge(ALONE, Given.times(fork(10), fork(10), fork(10), fork(10), fork(11.2)));

        assertThat(codes(trust)).contains("two-modes");
        assertThat(trust.level()).isEqualTo(Level.NOISY);
        assertThat(codes(judge(ALONE, Given.times(fork(10), fork(10), fork(10.9))))).doesNotContain("two-modes");
        assertThat(codes(judge(ALONE, Given.times(fork(10), fork(11), fork(12), fork(13), fork(14)))))
                .contains("wide-interval").doesNotContain("two-modes");
    }

    @Test
    void aForkThatHasNotSettledIsNoisy() {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        samples.add(new ForkSamples(Given.iterations(
                Map.of(), new double[] {30, 28, 26, 24, 22, 20}, new double[] {19, 17, 15, 13, 11})));

        assertThat(codes(judge(ALONE, samples))).contains("not-settled");
        assertThat(judge(ALONE, samples).level()).isEqualTo(Level.NOISY);
    }

    @Test
    void oneOfSeveralForksThatHasNotSettledIsNamedButDoesNotLowerTheLight() {
        CaseSamples samples = Given.times(STEADY, STEADY, STEADY);
        samples.add(new ForkSamples(Given.iterations(
                Map.of(), new double[] {15, 14, 13, 12, 11, 10.8}, new double[] {10.6, 10.4, 10.2, 10, 9.8})));

        assertThat(codes(judge(ALONE, samples))).contains("not-settled");
        assertThat(judge(ALONE, samples).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void callsFromColdNeitherSettleNorRunInModesAndTheirScatterIsNoDoubt() {
        Trust trust = judge(ALONE, Given.calls(Plan.Execution.FROM_COLD, Map.of(), 10, 14, 30, 12, 20));

        assertThat(codes(trust)).containsExactly("wide-interval");
        assertThat(trust.level()).isEqualTo(Level.NOISY);
    }

    @Test
    void theInterpreterHasNoCompilerAndDoesNotSettle() {
        Map<Fact, Double> withoutCompiler = Map.of(Fact.C1_ONLY, 1.0);

        assertThat(judge(ALONE, Given.calls(Plan.Execution.INTERPRETED, withoutCompiler, 10, 10, 10)).level())
                .isEqualTo(Level.GOOD);
        assertThat(codes(judge(ALONE, Given.calls(Plan.Execution.COMPILED, withoutCompiler, 10, 10, 10))))
                .contains("c1-only", "not-settled");
    }

    @Test
    void aSingleCallNeedsFewerStepsOfTheClockThanAnIterationOfMany() {
        Map<Fact, Double> facts = Map.of(Fact.CLOCK_NS, 25.0, Fact.OPERATIONS, 1.0);

        assertThat(codes(judge(ALONE, Given.calls(Plan.Execution.FROM_COLD, facts, 600, 600, 600))))
                .doesNotContain("timer-too-coarse");
        assertThat(codes(judge(ALONE, Given.calls(Plan.Execution.FROM_COLD, facts, 400, 400, 400))))
                .contains("timer-too-coarse");
        assertThat(codes(judge(ALONE, Given.calls(Plan.Execution.COMPILED, facts, 600, 600, 600))))
                .contains("timer-too-coarse");
    }

    @Test
    void aTimeThatGoesOneWayWhileItIsMeasuredDrifts() {
        double[] falling = {11, 10.8, 10.6, 10.4, 10.2, 10};

        Trust all = judge(ALONE, Given.times(falling, falling, falling));
        assertThat(codes(all)).contains("drift");
        assertThat(all.level()).isEqualTo(Level.NOISY);
        double[] steady = {10.4, 10.5, 10.4, 10.6, 10.5, 10.5};
        Trust one = judge(ALONE, Given.times(falling, steady, steady));
        assertThat(codes(one)).as("in one of three").contains("drift");
        assertThat(one.level()).isEqualTo(Level.GOOD);
        double[] jumping = {11, 10, 11, 10, 10, 11};
        assertThat(codes(judge(ALONE, Given.times(jumping, jumping, jumping)))).doesNotContain("drift");
    }

    @Test
    void outliersAreKeptAndNamed() {
        double[] withOutlier = {10, 10.1, 9.9, 10, 30, 10.1, 9.9, 10};
        Trust trust = judge(ALONE, Given.times(withOutlier, STEADY, STEADY));

        assertThat(codes(trust)).containsExactly("outliers");
        assertThat(trust.level()).isEqualTo(Level.GOOD);
        assertThat(trust.reasons().getFirst().text()).contains("1 of 18");
    }

    @ParameterizedTest
    @CsvSource({
        "CPU_NS_PER_OP,  8,    cpu-below-wall,   NOISY",
        "CPU_NS_PER_OP,  5,    cpu-below-wall,   DOUBTFUL",
        "CPU_NS_PER_OP,  25,   cpu-above-wall,   NOISY",
        "CPU_NS_PER_OP,  10.5, ,                 GOOD",
        "COLLECTIONS,    1,    collection,       GOOD",
        "C1_ONLY,        1,    c1-only,          DOUBTFUL",
        "C1_ONLY,        0,    ,                 GOOD",
        "DEBUGGED,       1,    debugger,         DOUBTFUL",
        "EMPTY_NS,       6,    empty-operation,  NOISY",
        "EMPTY_NS,       0.4,  ,                 GOOD",
    })
    void aFactOfTheForkLowersTheLight(Fact fact, double value, String code, Level level) {
        Trust trust = judge(ALONE, Given.forks(Map.of(fact, value), THREE_STEADY));

        assertThat(codes(trust)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(trust.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "STOLEN_TICKS, 100, 5,   steal,          NOISY",
        "STOLEN_TICKS, 100, 30,  steal,          DOUBTFUL",
        "STOLEN_TICKS, 100, 1,   ,               GOOD",
        "OTHERS_TICKS, 100, 40,  other-programs, NOISY",
        "OTHERS_TICKS, 100, 5,   ,               GOOD",
        "OTHERS_TICKS, 7,   2.8, other-programs, NOISY",
        "OTHERS_TICKS, 6,   2.4, ,               GOOD",
    })
    void whatElseRanIsAShareOfTheTicksOfThreeForksUnlessThereAreFewerThanTwenty(
            Fact those, double all, double value, String code, Level level) {
        Trust trust = judge(ALONE, Given.forks(Map.of(Fact.TICKS, all, those, value), THREE_STEADY));

        assertThat(codes(trust)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(trust.level()).isEqualTo(level);
    }

    @Test
    void ofAForkAsAWholeItsLastIterationTells() {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (int fork = 0; fork < 3; fork++) {
            List<Iteration> iterations = new ArrayList<>();
            for (int at = 0; at < STEADY.length; at++) {
                iterations.add(new Iteration(
                        false, STEADY[at], Map.of(Fact.TICKS, 10.0 * (at + 1), Fact.OTHERS_TICKS, 3.0)));
            }
            samples.add(new ForkSamples(iterations));
        }

        assertThat(codes(judge(ALONE, samples))).doesNotContain("other-programs");
    }

    @Test
    void onAPoolProcessorTimeAndAllocationAreNobodysFault() {
        Map<Fact, Double> facts = Map.of(Fact.CPU_NS_PER_OP, 40.0, Fact.BYTES_PER_OP, 900.0, Fact.OPERATIONS, 1e7);

        assertThat(codes(judge(ON_A_POOL, Given.forks(facts, THREE_STEADY)))).containsExactly("too-few-cores");
    }

    @Test
    void whoWaitsByDesignIsNotDoubtedForIt() {
        Map<Fact, Double> asleep = Map.of(Fact.CPU_NS_PER_OP, 1.0, Fact.WAITS_PER_OP, 1.0);
        Map<Fact, Double> served = Map.of(Fact.CPU_NS_PER_OP, 25.0, Fact.WAITS_PER_OP, 3.0);
        Map<Fact, Double> ousted = Map.of(Fact.CPU_NS_PER_OP, 1.0, Fact.WAITS_PER_OP, 0.9);

        assertThat(codes(judge(ALONE, Given.forks(asleep, THREE_STEADY)))).isEmpty();
        assertThat(codes(judge(ALONE, Given.forks(served, THREE_STEADY)))).isEmpty();
        assertThat(codes(judge(ALONE, Given.forks(ousted, THREE_STEADY)))).containsExactly("cpu-below-wall");
    }

    @Test
    void aShortOperationIsNotEmptyWhereACallStandsForMany() {
        Map<Fact, Double> aThousand = Map.of(Fact.EMPTY_NS, 6.0, Fact.OPERATIONS_PER_CALL, 1000.0);
        Map<Fact, Double> one = Map.of(Fact.EMPTY_NS, 6.0, Fact.OPERATIONS_PER_CALL, 1.0);

        assertThat(codes(judge(ALONE, Given.forks(aThousand, THREE_STEADY)))).isEmpty();
        assertThat(codes(judge(ALONE, Given.forks(one, THREE_STEADY)))).containsExactly("empty-operation");
    }

    @Test
    void aKernelThatAllocatesIsNamedButNotWhatJmhAllocatesAroundIt() {
        assertThat(codes(judge(ALONE, Given.forks(
                Map.of(Fact.BYTES_PER_OP, 64.0, Fact.OPERATIONS, 1e7), THREE_STEADY)))).containsExactly("allocation");
        assertThat(codes(judge(ALONE, Given.forks(
                Map.of(Fact.BYTES_PER_OP, 30_000.0, Fact.OPERATIONS, 2.0), THREE_STEADY)))).isEmpty();
        assertThat(codes(judge(ALONE, Given.forks(
                Map.of(Fact.BYTES_PER_OP, 0.5, Fact.OPERATIONS, 1e9), THREE_STEADY)))).isEmpty();
    }

    @Test
    void aClockWhoseStepIsPartOfTheResultIsDoubtful() {
        Trust trust = judge(ALONE, Given.forks(
                Map.of(Fact.CLOCK_NS, 1_000_000.0, Fact.OPERATIONS, 1e7), THREE_STEADY));

        assertThat(codes(trust)).containsExactly("timer-too-coarse");
        assertThat(trust.level()).isEqualTo(Level.DOUBTFUL);
        assertThat(codes(judge(ALONE, Given.forks(
                Map.of(Fact.CLOCK_NS, 30.0, Fact.OPERATIONS, 1e7), THREE_STEADY)))).isEmpty();
    }

    @Test
    void aProcessorThatWasOftenSlowerThanAtItsBestHasABusyNeighbour() {
        assertThat(codes(judge(ALONE, probed(1.0, 1.2)))).containsExactly("busy-neighbour");
        assertThat(codes(judge(ALONE, probed(1.0, 1.05)))).isEmpty();
        assertThat(codes(judge(ALONE, probed(1.2, 1.0)))).as("a short break").isEmpty();
    }

    @Test
    void aNeighbourThatTheTimesDoNotFeelIsANote() {
        double[] unfelt = {10.02, 9.98, 10.01, 9.99};
        double[] felt = {11.02, 10.98, 11.01, 10.99};
        double[] open = {9.2, 10.8, 9.3, 10.7};

        assertThat(codes(judge(ALONE, besideANeighbour(1.2, Map.of(), unfelt)))).containsExactly("busy-neighbour");
        assertThat(judge(ALONE, besideANeighbour(1.2, Map.of(), unfelt)).level()).isEqualTo(Level.GOOD);
        for (double[] times : List.of(felt, open)) {
            assertThat(judge(ALONE, besideANeighbour(1.2, Map.of(), times)).level()).isEqualTo(Level.NOISY);
            assertThat(judge(ALONE, besideANeighbour(1.0, Map.of(), times)).level()).isEqualTo(Level.GOOD);
        }
    }

    @Test
    void whoSleepsFeelsNoNeighbour() {
        Map<Fact, Double> asleep = Map.of(Fact.CPU_NS_PER_OP, 0.4, Fact.WAITS_PER_OP, 1.0);
        Map<Fact, Double> awake = Map.of(Fact.CPU_NS_PER_OP, 10.0);

        assertThat(judge(ALONE, besideANeighbour(1.2, asleep, 11.02, 10.98, 11.01, 10.99)).level()).isEqualTo(Level.GOOD);
        assertThat(judge(ALONE, besideANeighbour(1.2, awake, 11.02, 10.98, 11.01, 10.99)).level()).isEqualTo(Level.NOISY);
    }

    @Test
    void aBudgetThatEndedEarlyIsNamed() {
        Trust trust = judge(new Place(false, 1, 4, true, OfClaim.NO), Given.times(THREE_STEADY));

        assertThat(codes(trust)).containsExactly("budget-spent");
    }

    @Test
    void everyReasonSaysWhatWasSeenAndWhatToDo() {
        Map<Fact, Double> everything = Map.of(
                Fact.TICKS, 100.0, Fact.STOLEN_TICKS, 30.0, Fact.OTHERS_TICKS, 40.0, Fact.COLLECTIONS, 1.0,
                Fact.C1_ONLY, 1.0, Fact.DEBUGGED, 1.0, Fact.EMPTY_NS, 9.0, Fact.CPU_NS_PER_OP, 50.0);

        assertThat(judge(new Place(false, 9, 2, true, OfClaim.NO), Given.forks(everything, fork(10), fork(30))).reasons())
                .hasSizeGreaterThan(9)
                .allSatisfy(reason -> {
                    assertThat(reason.text()).endsWith(".");
                    assertThat(reason.nextStep()).endsWith(".");
                    assertThat(reason.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                });
    }

    @Test
    void aProcessorIsComparedWithItsBestInOtherCasesOfTheKindProbedAlike() {
        ForkScatter kind = ForkScatter.of(Plan.Execution.COMPILED, false);
        kind.newCase(Plan.Execution.COMPILED).add(probed(1.0, 1));
        CaseSamples slow = kind.newCase(Plan.Execution.COMPILED);
        slow.add(probed(1.2, 1));
        CaseSamples onTwo = kind.newCase(Plan.Execution.COMPILED);
        onTwo.add(probed(1.2, 2));

        assertThat(codes(judge(ALONE, slow))).containsExactly("busy-neighbour", "one-fork");
        assertThat(codes(judge(ALONE, onTwo))).as("two processors at once").containsExactly("one-fork");
    }

    /// One fork with the first probe, and two with the second.
    private static CaseSamples probed(double first, double others) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (double probe : new double[] {first, others, others}) {
            samples.add(probed(probe, 1));
        }
        return samples;
    }

    private static ForkSamples probed(double probe, int processors) {
        return Given.forks(probe(probe, processors), STEADY).forks().getFirst();
    }

    /// Two forks, in which quiet samples take turns with some around which the probe takes longer.
    private static CaseSamples besideANeighbour(double probe, Map<Fact, Double> besides, double... times) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (int fork = 0; fork < 2; fork++) {
            List<Iteration> iterations = new ArrayList<>();
            for (int at = 0; at < times.length; at++) {
                iterations.add(probed(times[at], probe, besides));
                iterations.add(probed(10 + 0.01 * (at % 3), 1, besides));
            }
            samples.add(new ForkSamples(iterations));
        }
        return samples;
    }

    private static Iteration probed(double time, double probe, Map<Fact, Double> besides) {
        Map<Fact, Double> facts = new HashMap<>(besides);
        facts.putAll(probe(probe, 1));
        return new Iteration(false, time, facts);
    }

    private static Map<Fact, Double> probe(double nanos, int processors) {
        return Map.of(Fact.PROBE_NS, nanos, Fact.PROBED_PROCESSORS, (double) processors);
    }

    private static double[] fork(double time) {
        return new double[] {time, time * 1.001, time * 0.999, time, time};
    }

    private static Trust judge(Place place, CaseSamples samples) {
        return TrustRules.judge(place, samples, Estimator.score(samples));
    }

    private static List<String> codes(Trust trust) {
        return trust.reasons().stream().map(Trust.Reason::code).toList();
    }
}
