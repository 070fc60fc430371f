package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.Plan.Pool;
import dev.lanes.event.Plans;
import dev.lanes.event.Swept;
import dev.lanes.event.Verdict;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sums over 10, 100 and 1000 numbers: the loop takes as many ns, the formula 100 ns, the pool 400 ns.
class SweepsTest {
    private static final Claimed CLAIMED = Claimed.by(Sums.class.getName());
    private static final List<Plan.Case> CASES = Stream.of(
                    Plans.compiled("loop", "loop", "loop", Pool.SEQUENTIAL, 1),
                    Plans.compiled("formula", "formula", "formula", Pool.SEQUENTIAL, 1),
                    Plans.compiled("shared-out/platform/2", "shared-out", "sharedOut", Pool.PLATFORM, 2))
            .flatMap(line -> Stream.of(10L, 99L, 1000L).map(value -> line.at(value, null)))
            .map(one -> one.at() == 1000 && one.pool() == Pool.SEQUENTIAL ? one.ofClaim(true) : one)
            .toList();
    private static final Plan PLAN = new Plan(
            Sums.class.getName(), Map.of("count", "1000"), CASES, Efforts.exactly(3, 1, 1, 1), 1,
            Plan.USUAL_HEAP_BYTES, null, "count", List.of(), null, false);

    private final Results results = new Results(CASES, CLAIMED);

    @Test
    void everyCaseIsComparedWithTheReferenceAtItsOwnValue() {
        CASES.forEach(this::measure);

        Swept swept = Sweeps.of(PLAN, CLAIMED, results, 2);

        assertThat(swept.param()).isEqualTo("count");
        assertThat(swept.lines()).extracting(Swept.Line::key).containsExactly("formula", "shared-out/platform/2");
        Swept.Line formula = swept.lines().getFirst();
        assertThat(formula.referenceKey()).isEqualTo("loop");
        assertThat(formula.points()).extracting(Swept.Point::at).containsExactly(10L, 99L, 1000L);
        assertThat(formula.points().getFirst().speedup().value()).isCloseTo(0.1, within(1e-9));
        assertThat(formula.breakEvens()).singleElement().satisfies(one -> {
            assertThat(one.then()).isEqualTo(Swept.Than.FASTER);
            assertThat(one.low()).isLessThan(100);
            assertThat(one.high()).isGreaterThan(99);
        });
        assertThat(formula.text()).contains("Formula", "Loop", "Numbers");
    }

    @Test
    void theClaimIsJudgedAtTheParametersOwnValue() {
        CASES.forEach(this::measure);

        Verdict verdict = Judgement.of(CLAIMED, results, 2, null);

        assertThat(verdict.claimKey()).isEqualTo("formula@1000");
        assertThat(verdict.referenceKey()).isEqualTo("loop@1000");
        assertThat(verdict.measuredSpeedup().value()).isCloseTo(10, within(1e-9));
        assertThat(results.score(CASES.get(3), false).speedup().value()).as("at 10").isCloseTo(0.1, within(1e-9));
    }

    @Test
    void whatWasNotMeasuredIsNoPoint() {
        CASES.stream().filter(one -> one.at() > 10).forEach(this::measure);

        assertThat(Sweeps.of(PLAN, CLAIMED, results, 2).lines().getFirst().points())
                .extracting(Swept.Point::at).containsExactly(99L, 1000L);
    }

    @Test
    void aPlanWithoutASweepHasNone() {
        assertThat(Sweeps.of(Plans.plan(Sums.class.getName(), Map.of(), CASES, Efforts.exactly(1, 1, 1, 1), 1),
                CLAIMED, results, 2)).isNull();
    }

    private void measure(Plan.Case one) {
        double time = switch (one.variant()) {
            case "loop" -> one.at();
            case "formula" -> 100;
            default -> 400;
        };
        for (int fork = 0; fork < 3; fork++) {
            Stream<Iteration> warmups = IntStream.range(0, 8)
                    .mapToObj(at -> new Iteration(true, time * (at % 2 == 0 ? 1.001 : 0.999), Map.of()));
            Stream<Iteration> measured = Stream.generate(() -> new Iteration(false, time, Map.of())).limit(5);
            results.add(one, new ForkSamples(Stream.concat(warmups, measured).toList()));
        }
        results.score(one, false);
    }
}
