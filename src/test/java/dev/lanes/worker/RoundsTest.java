package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Swept;
import dev.lanes.event.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sweep, and a run that goes on from another, each with real forks of JMH.
@Tag("forked")
@BesideOthers
class RoundsTest {
    private static final Plan.Case LOOP = Plans.compiled("loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1);
    private static final Plan.Case FORMULA = Plans.compiled("formula", "formula", "formula", Plan.Pool.SEQUENTIAL, 1);

    @Test
    void eachCaseOfASweepIsMeasuredWithItsOwnValue() {
        List<Plan.Case> cases = Stream.of(LOOP, FORMULA)
                .flatMap(line -> Stream.of(10L, 50_000L).map(value -> line.at(value, null)))
                .map(one -> one.at() == 10 ? one : one.ofClaim(true))
                .toList();

        List<RunEvent> events = measure(plan(1, "count", cases, List.of()));

        RunEvent.Finished end = (RunEvent.Finished) events.getLast();
        Swept.Line line = end.swept().lines().getFirst();
        assertThat(line.key()).isEqualTo("formula");
        assertThat(line.points()).extracting(Swept.Point::at).containsExactly(10L, 50_000L);
        assertThat(line.points().getLast().speedup().value())
                .as("5000 times the numbers to add").isGreaterThan(50 * line.points().getFirst().speedup().value());
        assertThat(end.verdict().claimKey()).isEqualTo("formula@50000");
        assertThat(end.verdict().answer()).isEqualTo(line.text());
        assertThat(all(events, RunEvent.Checked.class)).hasSize(4).allMatch(RunEvent.Checked::correct);
    }

    @Test
    void modesThatWereSeenAreNoReasonToMeasureAnAnsweredClaimOnAndOn() {
        List<Run.Case> before = List.of(
                earlier("loop", null, 1e6, 1.2e6, 1e6, 1.2e6, 1e6, 1.2e6),
                earlier("formula", null, 1e3, 1.2e3, 1e3, 1.2e3, 1e3, 1.2e3));
        Plan.Effort effort = new Plan.Effort(7, 7, new Plan.Effort.Forks(6, 9, 9), 1, 2, 20, 0, 300, 0);

        List<RunEvent> events = measure(plan(effort, null, List.of(LOOP.ofClaim(true), FORMULA.ofClaim(true)), before));

        assertThat(all(events, RunEvent.CaseStarted.class)).extracting(RunEvent.CaseStarted::round)
                .as("a round that finds the claim answered").containsExactly(7, 7);
        assertThat(all(events, RunEvent.Scored.class).getLast().trust().reasons())
                .extracting(Trust.Reason::code).contains("two-modes");
    }

    @Test
    void whatAnEarlierRunMeasuredCountsAndItsWrongOutputIsNotForgotten() {
        Run.Case before = earlier("formula", new CheckResult("1 of 1 wrong", 1.0, 1.0, null, null), 1e6);

        List<RunEvent> events = measure(plan(2, null, List.of(LOOP, FORMULA), List.of(before)));

        assertThat(all(events, RunEvent.CaseStarted.class)).filteredOn(one -> one.key().equals("formula"))
                .extracting(RunEvent.CaseStarted::round).containsExactly(2);
        assertThat(all(events, RunEvent.CaseStarted.class)).filteredOn(one -> one.key().equals("loop")).hasSize(2);
        List<RunEvent.Scored> scored = all(events, RunEvent.Scored.class).stream()
                .filter(one -> one.key().equals("formula")).toList();
        assertThat(scored.getFirst().score().median()).as("before anything was measured").isEqualTo(1e6);
        assertThat(scored.getLast().score().forks()).isEqualTo(2);
        assertThat(all(events, RunEvent.Checked.class)).extracting(RunEvent.Checked::key).containsExactly("loop");
    }

    /// A case that an earlier run measured in a fork for each of the times, which are in ns.
    private static Run.Case earlier(String key, CheckResult check, double... times) {
        return new Run.Case(
                key, key, Plan.Pool.SEQUENTIAL, 1, null, List.of(), null, null, null, check == null, check,
                List.of(), null, null, null, null, 20,
                IntStream.range(0, times.length)
                        .mapToObj(at -> new Run.Iteration(RunEvent.Phase.MEASURE, at + 1, 1, times[at], null))
                        .toList(),
                null, null, null, false, null, null);
    }

    private static Plan plan(int forks, String swept, List<Plan.Case> cases, List<Run.Case> before) {
        return plan(Efforts.exactly(forks, 1, 2, 20), swept, cases, before);
    }

    private static Plan plan(Plan.Effort effort, String swept, List<Plan.Case> cases, List<Run.Case> before) {
        return new Plan(
                Sums.class.getName(), Map.of("count", "50000"), cases, effort, 1, 64 << 20, null, swept, before, null, false);
    }

    private static List<RunEvent> measure(Plan plan) {
        List<RunEvent> events = new ArrayList<>();
        new Rounds(plan, events::add).run();
        return events;
    }

    private static <T extends RunEvent> List<T> all(List<RunEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
