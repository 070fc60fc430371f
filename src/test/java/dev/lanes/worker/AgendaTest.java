package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgendaTest {
    /// Two to five forks, within 15 %, in 10 s per case; three or four of them for the claim, and
    /// five with what the others leave.
    private static final Plan.Effort EFFORT = new Plan.Effort(2, 5, new Plan.Effort.Forks(3, 4, 5), 8, 4, 100, 0.15, 10, 0);
    private static final List<Plan.Case> CASES = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> Plans.compiled("case" + number, "v", "m", Plan.Pool.SEQUENTIAL, 1))
            .toList();

    private double elapsed;

    @Test
    void everyCaseNeedsAForkAndTheBaselineComesFirst() {
        List<Plan.Case> round = agenda(1, 6).round(true, one -> one.key().equals("case4"));

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
        measured(agenda, CASES.getFirst(), 2, 100);
        assertThat(agenda.round(true, one -> false)).hasSize(1);

        measured(agenda, CASES.getFirst(), 2, 100, 101);
        assertThat(agenda.round(true, one -> false)).isEmpty();
        assertThat(agenda.remainingSeconds()).isZero();
    }

    @Test
    void aCaseWithAWideIntervalGoesOnUntilItHasTheMostForks() {
        Agenda agenda = agenda(1, 1);
        measured(agenda, CASES.getFirst(), 1, 100, 150, 100, 150);
        assertThat(agenda.round(true, one -> false)).hasSize(1);

        measured(agenda, CASES.getFirst(), 1, 100, 150, 100, 150, 100);
        assertThat(agenda.round(true, one -> false)).isEmpty();
    }

    @Test
    void theCasesOfTheClaimAreMeasuredUntilTheyAnswerIt() {
        Plan.Case one = CASES.getFirst().ofClaim(true);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(one, CASES.get(1)), EFFORT, 1), () -> elapsed);
        assertThat(agenda.claimRound(false, any -> false)).containsExactly(one);

        measured(agenda, one, 1, 100, 100);
        assertThat(agenda.claimRound(true, any -> false)).as("three at least").containsExactly(one);

        measured(agenda, one, 1, 100, 100, 100);
        assertThat(agenda.claimRound(true, any -> false)).isEmpty();
        assertThat(agenda.claimRound(false, any -> false)).containsExactly(one);

        measured(agenda, one, 1, 100, 100, 100, 100);
        assertThat(agenda.claimRound(false, any -> false)).as("four at most").isEmpty();
        assertThat(agenda.round(true, any -> false)).as("the others follow").containsExactly(CASES.get(1));
    }

    @Test
    void aClaimThatIsOpenAgainComesBeforeAllOthersWhileTheBudgetHasRoom() {
        Plan.Case one = CASES.getFirst().ofClaim(true);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(one, CASES.get(1)), EFFORT, 1), () -> elapsed);
        measured(agenda, one, 1, 100, 100, 100);
        measured(agenda, CASES.get(1), 1, 100);
        assertThat(agenda.round(true, any -> false)).containsExactly(CASES.get(1));
        assertThat(agenda.round(false, any -> false)).containsExactly(one);

        elapsed = 19.5;
        assertThat(agenda.round(false, any -> false)).as("no room for it").containsExactly(CASES.get(1));
    }

    @Test
    void whatTheOthersLeaveOfTheBudgetGoesToAClaimThatIsOpen() {
        Plan.Case one = CASES.getFirst().ofClaim(true);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(one, CASES.get(1)), EFFORT, 1), () -> elapsed);
        measured(agenda, one, 1, 100, 100, 100, 100);
        measured(agenda, CASES.get(1), 1, 100, 100);
        elapsed = 15;
        assertThat(agenda.round(true, any -> false)).isEmpty();
        assertThat(agenda.round(false, any -> false)).containsExactly(one);
        assertThat(agenda.affords(one)).isTrue();
        assertThat(agenda.remainingSeconds()).isEqualTo(5);

        measured(agenda, one, 1, 100, 100, 100, 100, 100);
        assertThat(agenda.round(false, any -> false)).as("five in all").isEmpty();
    }

    @Test
    void anAnswerThatStandsIsNotHeldBackForABetterLight() {
        Plan.Case one = CASES.getFirst().ofClaim(true);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(one, CASES.get(1)), EFFORT, 1), () -> elapsed);
        measured(agenda, one, 3, 100);
        measured(agenda, CASES.get(1), 60, 100);
        elapsed = 7;
        assertThat(agenda.hasTimeForABetterLight()).as("only the claim's cases take part").isTrue();

        elapsed = 7.1;
        assertThat(agenda.hasTimeForABetterLight()).isFalse();
    }

    @Test
    void noForkBeginsThatWouldNotEndWithinTheBudget() {
        Agenda agenda = agenda(1, 1);
        elapsed = 30;
        assertThat(agenda.affords(CASES.getFirst())).as("the first is always measured").isTrue();

        measured(agenda, CASES.getFirst(), 3, 100);
        elapsed = 6.9;
        assertThat(agenda.affords(CASES.getFirst())).isTrue();
        elapsed = 7.1;
        assertThat(agenda.affords(CASES.getFirst())).isFalse();
    }

    @Test
    void theFirstForkOfEveryCaseHasItsRoomInTheBudget() {
        Agenda agenda = agenda(1, 3);
        measured(agenda, CASES.getFirst(), 3, 100);

        elapsed = 20.9;
        assertThat(agenda.affords(CASES.getFirst())).as("three forks of 3 s are left to be begun").isTrue();
        elapsed = 21.1;
        assertThat(agenda.affords(CASES.getFirst())).isFalse();
        assertThat(agenda.affords(CASES.get(1))).isTrue();

        agenda.begins();
        agenda.drop(CASES.get(1));
        assertThat(agenda.affords(CASES.getFirst())).as("a case that gets no fork any more needs no room").isTrue();
    }

    @Test
    void everyWayToRunHasItsOwnForksAndItsOwnShareOfTheBudget() {
        Plan.Case interpreted = way(Plan.Execution.INTERPRETED, 0);
        Plan.Case first = way(Plan.Execution.FROM_COLD, 0);
        Plan.Case later = way(Plan.Execution.FROM_COLD, 1000);
        Plan plan = Plans.plan("e", Map.of(), List.of(CASES.getFirst(), interpreted, first, later), EFFORT, 1);
        Agenda agenda = new Agenda(plan, () -> elapsed);

        assertThat(agenda.budgetSeconds()).isEqualTo(10 + EFFORT.of(Plan.Execution.INTERPRETED).secondsPerCase()
                + 2 * EFFORT.of(Plan.Execution.FROM_COLD).secondsPerCase());
        assertThat(plan.effort(interpreted).warmupIterations()).isEqualTo(1);
        assertThat(plan.effort(first).warmupIterations()).isZero();
        assertThat(plan.effort(later).warmupIterations()).as("the calls before are set-up").isZero();
    }

    @Test
    void aColdCaseGoesOnToItsLastFork() {
        Plan.Case cold = way(Plan.Execution.FROM_COLD, 1000);
        Agenda agenda = new Agenda(Plans.plan("e", Map.of(), List.of(cold), EFFORT, 1), () -> elapsed);

        measured(agenda, cold, 0.5, DoubleStream.generate(() -> 10).limit(9).toArray());
        assertThat(agenda.round(true, one -> false)).containsExactly(cold);

        measured(agenda, cold, 0.5, DoubleStream.generate(() -> 10).limit(10).toArray());
        assertThat(agenda.round(true, one -> false)).isEmpty();
    }

    @Test
    void theRestIsWhatTheCasesAreLikelyToNeed() {
        Agenda agenda = agenda(1, 2);
        elapsed = 1;
        assertThat(agenda.remainingSeconds()).isCloseTo(19, within(1e-9));

        measured(agenda, CASES.get(0), 2, 100, 100);
        measured(agenda, CASES.get(1), 2, 100);
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
        return List.of(agenda.round(true, one -> false), agenda.round(true, one -> false));
    }

    private Agenda agenda(long seed, int cases) {
        return new Agenda(Plans.plan("e", Map.of(), CASES.subList(0, cases), EFFORT, seed), () -> elapsed);
    }

    /// Takes note of the last of these forks, given by their medians; it took so many seconds, and the clock stands.
    private void measured(Agenda agenda, Plan.Case one, double seconds, double... medians) {
        CaseSamples samples = CaseSamples.alone(one.execution());
        for (double median : medians) {
            samples.add(new ForkSamples(List.of(new Iteration(false, median, Map.of()))));
        }
        elapsed -= seconds;
        agenda.begins();
        elapsed += seconds;
        agenda.measured(one, samples);
    }
}
