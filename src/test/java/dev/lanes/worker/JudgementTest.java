package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.event.Plan;
import dev.lanes.event.Plan.Pool;
import dev.lanes.event.Plans;
import dev.lanes.event.Verdict;
import dev.lanes.experiment.habits.Gil;
import dev.lanes.experiment.sample.Worded;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A claim about 64 workers against as many as there are cores.
class JudgementTest {
    private static final Plan.Case BASELINE =
            Plans.compiled("interpreted", "interpreted", "interpreted", Pool.SEQUENTIAL, 1);
    private static final Claimed CLAIMED = Claimed.by(Worded.class.getName());

    @Test
    void theCrowdIsComparedWithAWorkerForEveryCoreOfTheSamePool() {
        Verdict verdict = judged(2, Map.of(
                BASELINE, 1000, crowd(Pool.VIRTUAL, 2), 900, crowd(Pool.PLATFORM, 2), 100,
                crowd(Pool.PLATFORM, 64), 200));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.HOLDS);
        assertThat(verdict.measuredSpeedup().value()).isEqualTo(0.5);
        assertThat(verdict.text())
                .contains("Crowd, 64 platform threads", "2 platform threads", "2 cores", "2.0 times slower");
    }

    @Test
    void theReasonsSpeakOfWhatItIsComparedWith() {
        Verdict verdict = judged(2, Map.of(crowd(Pool.PLATFORM, 2), 100, crowd(Pool.PLATFORM, 64), 200));

        assertThat(verdict.reasons()).anySatisfy(reason -> assertThat(reason)
                .contains("2.00 times", "2 platform threads"));
    }

    @Test
    void whatWasNotComparedHasNoReasons() {
        assertThat(judged(2, Map.of(crowd(Pool.PLATFORM, 64), 200)).reasons()).isEmpty();
    }

    @Test
    void theNearestNumberOfWorkersStandsInForTheCores() {
        Verdict verdict = judged(6, Map.of(
                crowd(Pool.PLATFORM, 1), 400, crowd(Pool.PLATFORM, 4), 100, crowd(Pool.PLATFORM, 64), 300));

        assertThat(verdict.text()).contains("4 platform threads", "6 cores", "3.0 times slower");
    }

    @Test
    void withoutAnotherNumberOfWorkersItCannotBeTold() {
        Verdict verdict = judged(2, Map.of(BASELINE, 1000, crowd(Pool.PLATFORM, 64), 200));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.CANNOT_TELL);
        assertThat(verdict.text())
                .contains("Crowd, 64 platform threads", "cores, 2");
    }

    @Test
    void aClaimIsLeftOpenIfTheTimeItIsComparedWithIsDoubtful() {
        Results results = new Results(List.of(crowd(Pool.PLATFORM, 2), crowd(Pool.PLATFORM, 64)), CLAIMED);
        measured(results, crowd(Pool.PLATFORM, 2), 100, Map.of(Fact.CPU_NS_PER_OP, 100.0, Fact.DEBUGGED, 1.0));
        measured(results, crowd(Pool.PLATFORM, 64), 200, Map.of(Fact.CPU_NS_PER_OP, 200.0));

        assertThat(Judgement.of(CLAIMED, results, 2, null).outcome()).isEqualTo(Verdict.Outcome.CANNOT_TELL);
    }

    @Test
    void aClaimThatNamesItsReferenceIsComparedWithThat() {
        Plan.Case slow = Plans.compiled("slow", "slow", "slow", Pool.SEQUENTIAL, 1);
        Plan.Case passes = Plans.compiled("passes", "passes", "passes", Pool.SEQUENTIAL, 1);
        Plan.Case fused = Plans.compiled("fused", "fused", "fused", Pool.SEQUENTIAL, 1);
        Claimed claimed = Claimed.by(Fusing.class.getName());
        Results results = new Results(List.of(slow, passes, fused), claimed);
        Map.of(slow, 900, passes, 300, fused, 100)
                .forEach((one, time) -> measured(results, one, time, Map.of(Fact.CPU_NS_PER_OP, (double) time)));

        Verdict verdict = Judgement.of(claimed, results, 2, null);

        assertThat(verdict.measuredSpeedup().value()).isEqualTo(3);
        assertThat(verdict.referenceKey()).isEqualTo("passes");
        assertThat(verdict.quoted().referenceKey()).isEqualTo("passes");
        assertThat(verdict.best().key()).isEqualTo("fused");
        assertThat(verdict.answer()).contains("Fused", "Pass by pass").doesNotContain("Slow");
    }

    @Test
    void aCaseOnOneThreadIsComparedWithThePooledOneOfAWorkerForEachCore() {
        Claimed claimed = Claimed.by(Gil.class.getName());
        Plan.Case processes = Plans.compiled(
                "separate-processes", "separate-processes", "separateProcesses", Pool.SEQUENTIAL, 1);
        List<Plan.Case> locked = Stream.of(1, 2, 4)
                .map(workers -> Plans.compiled(
                        "under-global-lock/platform/" + workers, "under-global-lock", "underGlobalLock", Pool.PLATFORM,
                        workers))
                .toList();
        Results results = new Results(Stream.concat(Stream.of(processes), locked.stream()).toList(), claimed);
        measured(results, processes, 100, Map.of());
        locked.forEach(one -> measured(results, one, 200, Map.of()));

        Verdict verdict = Judgement.of(claimed, results, 2, null);

        assertThat(verdict.referenceKey()).isEqualTo("under-global-lock/platform/2");
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.HOLDS);
    }

    @Experiment(
            id = "fusing", section = Section.DO_AND_DO_NOT, title = "Fusing", question = "Is it faster?", explanation = "",
            claim = @Claim(
                    text = "One pass is faster.", guideFigure = "none", effect = Effect.HELPS, variant = "fused",
                    against = "passes"),
            check = @Check(Agreement.EQUAL))
    public static final class Fusing {
        @Variant(label = "Slow", baseline = true)
        public int slow() {
            return 1;
        }

        @Variant(label = "Pass by pass")
        public int passes() {
            return 1;
        }

        @Variant(label = "Fused")
        public int fused() {
            return 1;
        }
    }

    /// Each case kept one processor busy.
    private static Verdict judged(int cores, Map<Plan.Case, Integer> times) {
        Results results = new Results(List.copyOf(times.keySet()), CLAIMED);
        times.forEach((one, time) -> measured(results, one, time, Map.of(Fact.CPU_NS_PER_OP, (double) time)));
        return Judgement.of(CLAIMED, results, cores, null);
    }

    private static void measured(Results results, Plan.Case one, int time, Map<Fact, Double> facts) {
        for (int fork = 0; fork < 3; fork++) {
            results.add(one, fork(time, facts));
        }
        results.score(one, false);
    }

    /// A fork that has settled at that time.
    private static ForkSamples fork(int time, Map<Fact, Double> facts) {
        Stream<Iteration> warmups = IntStream.range(0, 8)
                .mapToObj(at -> new Iteration(true, time * (at % 2 == 0 ? 1.001 : 0.999), Map.of()));
        Stream<Iteration> measured = Stream.generate(() -> new Iteration(false, time, facts)).limit(5);
        return new ForkSamples(Stream.concat(warmups, measured).toList());
    }

    private static Plan.Case crowd(Pool pool, int workers) {
        return Plans.compiled("crowd/%s/%d".formatted(pool, workers), "crowd", "crowd", pool, workers);
    }
}
