package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Score;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgendaTest {
    /// Two to five forks of eight and four iterations, within 3 %, in 10 s per case.
    private static final Plan.Effort EFFORT = new Plan.Effort(2, 5, 8, 4, 100, 0.03, 10);
    private static final List<Plan.Case> CASES = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> Plans.compiled("case" + number, "v", "m", Plan.Pool.SEQUENTIAL, 1))
            .toList();

    private double elapsed;

    @Test
    void everyCaseNeedsAForkAndTheBaselineComesFirst() {
        List<Plan.Case> round = agenda(1, 6).round(one -> one.key().equals("case4"));

        assertThat(round).containsExactlyInAnyOrderElementsOf(CASES);
        assertThat(round.getFirst().key()).isEqualTo("case4");
    }

    @Test
    void theSeedDecidesTheOrderOfEveryRound() {
        assertThat(orders(1)).isEqualTo(orders(1)).isNotEqualTo(orders(2)).doesNotHaveDuplicates();
    }

    @Test
    void aCaseRestsWhenItsIntervalIsNarrowEnoughButNotBeforeItHasTheLeastForks() {
        Agenda agenda = agenda(1, 1);
        measured(agenda, CASES.getFirst(), fork(8, true), score(1, 0.01), 2);
        assertThat(agenda.round(one -> false)).hasSize(1);

        measured(agenda, CASES.getFirst(), fork(8, true), score(2, 0.01), 2);
        assertThat(agenda.round(one -> false)).isEmpty();
        assertThat(agenda.remainingSeconds()).isZero();
    }

    @Test
    void aCaseWithAWideIntervalGoesOnUntilItHasTheMostForks() {
        Agenda agenda = agenda(1, 1);
        measured(agenda, CASES.getFirst(), fork(8, true), score(4, 0.20), 2);
        assertThat(agenda.round(one -> false)).hasSize(1);

        measured(agenda, CASES.getFirst(), fork(8, true), score(5, 0.20), 2);
        assertThat(agenda.round(one -> false)).isEmpty();
    }

    @Test
    void noForkBeginsThatWouldNotEndWithinTheBudget() {
        Agenda agenda = agenda(1, 1);
        elapsed = 30;
        assertThat(agenda.affords(CASES.getFirst())).as("the first is always measured").isTrue();

        measured(agenda, CASES.getFirst(), fork(8, true), score(1, 0.20), 3);
        elapsed = 6.9;
        assertThat(agenda.affords(CASES.getFirst())).isTrue();
        elapsed = 7.1;
        assertThat(agenda.affords(CASES.getFirst())).isFalse();
    }

    @Test
    void aForkThatDidNotSettleIsFollowedByOneThatWarmsUpTwiceAsLong() {
        Agenda agenda = agenda(1, 1);
        Plan.Case one = CASES.getFirst();
        measured(agenda, one, fork(8, false), score(1, 0.05), 1);
        assertThat(agenda.warmupIterations(one)).isEqualTo(16);
        measured(agenda, one, fork(16, false), score(2, 0.05), 1);
        assertThat(agenda.warmupIterations(one)).as("bounded").isEqualTo(16);

        elapsed = 9.5;
        assertThat(agenda.warmupIterations(one)).as("without room in the budget").isEqualTo(8);
    }

    @Test
    void everyWayToRunHasItsOwnForksAndItsOwnShareOfTheBudget() {
        Plan.Case interpreted = way(Plan.Execution.INTERPRETED, 0);
        Plan.Case first = way(Plan.Execution.FROM_COLD, 0);
        Plan.Case later = way(Plan.Execution.FROM_COLD, 1000);
        Plan plan = Plans.plan("e", Map.of(), List.of(CASES.getFirst(), interpreted, first, later), EFFORT, 1);
        Agenda agenda = new Agenda(plan, () -> elapsed);

        assertThat(agenda.rounds()).as("one sample a fork").isEqualTo(10);
        assertThat(agenda.budgetSeconds()).isEqualTo(10 + EFFORT.of(Plan.Execution.INTERPRETED).secondsPerCase()
                + 2 * EFFORT.of(Plan.Execution.FROM_COLD).secondsPerCase());
        assertThat(agenda.warmupIterations(interpreted)).isEqualTo(1);
        assertThat(agenda.warmupIterations(first)).isZero();
        assertThat(agenda.warmupIterations(later)).as("the calls before are set-up").isZero();
    }

    @Test
    void aColdCaseGoesOnToItsLastForkAndNeverWarmsUpForLonger() {
        Plan.Case cold = way(Plan.Execution.FROM_COLD, 1000);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(cold), EFFORT, 1), () -> elapsed);
        ForkSamples fork = new ForkSamples(
                List.of(new Iteration(false, 10, Map.of())));

        measured(agenda, cold, fork, score(9, 0.001), 0.5);
        assertThat(agenda.warmupIterations(cold)).isZero();
        assertThat(agenda.round(one -> false)).containsExactly(cold);

        measured(agenda, cold, fork, score(10, 0.9), 0.5);
        assertThat(agenda.round(one -> false)).isEmpty();
    }

    @Test
    void theRestIsTheWholeBudgetAtFirstAndThenWhatTheCasesAreLikelyToNeed() {
        Agenda agenda = agenda(1, 2);
        elapsed = 1;
        assertThat(agenda.remainingSeconds()).isCloseTo(19, within(1e-9));

        measured(agenda, CASES.get(0), fork(8, true), score(2, 0.01), 2);
        measured(agenda, CASES.get(1), fork(8, true), score(1, 0.01), 2);
        assertThat(agenda.remainingSeconds()).isCloseTo(2, within(1e-9));

        agenda.begins();
        elapsed = 1.5;
        assertThat(agenda.remainingSeconds()).as("less what the running fork has done").isCloseTo(1.5, within(1e-9));

        elapsed = 19.5;
        assertThat(agenda.remainingSeconds()).as("within the budget").isLessThanOrEqualTo(0.5);
    }

    private static Plan.Case way(Plan.Execution execution, int callsBefore) {
        String key = execution + "/" + callsBefore;
        return Plans.running(key, "v", "m", Plan.Pool.SEQUENTIAL, 1, execution, callsBefore);
    }

    private List<List<Plan.Case>> orders(long seed) {
        Agenda agenda = agenda(seed, 6);
        return List.of(agenda.round(one -> false), agenda.round(one -> false));
    }

    private Agenda agenda(long seed, int cases) {
        return new Agenda(Plans.plan("e", Map.of(), CASES.subList(0, cases), EFFORT, seed), () -> elapsed);
    }

    /// A fork that took so many seconds; the clock stands where it stood.
    private void measured(Agenda agenda, Plan.Case one, ForkSamples fork, Score score, double seconds) {
        elapsed -= seconds;
        agenda.begins();
        elapsed += seconds;
        agenda.measured(one, fork, score);
    }

    private static Score score(int forks, double imprecision) {
        return new Score(100, 100 / (1 + imprecision), 100 * (1 + imprecision), "ns/op", 0.95, 4 * forks, forks);
    }

    private static ForkSamples fork(int warmups, boolean settled) {
        List<Iteration> iterations = new ArrayList<>();
        for (int at = 0; at < warmups + EFFORT.measureIterations(); at++) {
            iterations.add(new Iteration(at < warmups, settled ? 100 + at % 2 : 1000 - at, Map.of()));
        }
        return new ForkSamples(iterations);
    }
}
