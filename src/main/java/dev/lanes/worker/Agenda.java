package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.ForkSamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/// Which cases need another fork, with how much warm-up, and whether the budget has room for it.
///
/// Every case gets one fork. Beyond that none begins that would not end within the budget, going by what the case's
/// last fork took, its start and its checks included.
final class Agenda {
    /// A warm-up grows at most to this many times what was planned: more would spend the budget on fewer forks.
    private static final int LONGEST_WARM_UP = 2;

    private final Plan plan;
    private final DoubleSupplier elapsedSeconds;
    private final Random order;
    private final Map<String, Standing> standings = new HashMap<>();
    private double beganAt = Double.NaN;

    /// Where a case stands.
    ///
    /// @param seconds what its last fork took
    /// @param iterations of that fork
    /// @param warmups warm-up iterations of its next one
    private record Standing(Score score, double seconds, int iterations, int warmups) {}

    Agenda(Plan plan, DoubleSupplier elapsedSeconds) {
        this.plan = plan;
        this.elapsedSeconds = elapsedSeconds;
        this.order = new Random(plan.seed());
    }

    /// What the run may take in all.
    double budgetSeconds() {
        return plan.estimateSeconds();
    }

    /// No case takes part in more rounds than this.
    int rounds() {
        return plan.cases().stream().mapToInt(one -> plan.effort(one).forks()).max().orElse(0);
    }

    /// The cases that need a fork, in an order drawn anew for every round; those that are `first` come first.
    synchronized List<Plan.Case> round(Predicate<Plan.Case> first) {
        List<Plan.Case> cases = new ArrayList<>(plan.cases());
        Collections.shuffle(cases, order);
        cases.sort((one, other) -> Boolean.compare(first.test(other), first.test(one)));
        return cases.stream().filter(this::needsFork).toList();
    }

    /// Whether the case's next fork would end within the budget.
    synchronized boolean affords(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return standing == null || fits(costs(one, standing, plan.effort(one).warmupIterations()));
    }

    /// Longer than planned where the fork before had not settled and the budget has room for it.
    synchronized int warmupIterations(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return standing != null && fits(costs(one, standing, standing.warmups()))
                ? standing.warmups()
                : plan.effort(one).warmupIterations();
    }

    /// Takes note of a fork that begins.
    synchronized void begins() {
        beganAt = elapsedSeconds.getAsDouble();
    }

    /// Takes note of the fork that began last and has ended.
    synchronized void measured(Plan.Case one, ForkSamples fork, Score score) {
        double now = elapsedSeconds.getAsDouble();
        int planned = plan.effort(one).warmupIterations();
        int ran = fork.iterations().size() - plan.effort(one).measureIterations();
        boolean longer = !fork.settled() && !one.execution().callByCall();
        int next = longer ? Math.min(2 * ran, LONGEST_WARM_UP * planned) : ran;
        standings.put(one.key(), new Standing(score, now - beganAt, fork.iterations().size(), next));
        beganAt = Double.NaN;
    }

    /// What the rest takes: until every case has had a fork all of the budget that is left, and from then on the forks
    /// that the cases are likely to need.
    synchronized double remainingSeconds() {
        double left = Math.max(0, budgetSeconds() - elapsedSeconds.getAsDouble());
        if (standings.size() < plan.cases().size()) {
            return left;
        }
        double likely = plan.cases().stream().mapToDouble(this::likelySeconds).sum();
        double underWay = Double.isNaN(beganAt) ? 0 : elapsedSeconds.getAsDouble() - beganAt;
        return Math.min(left, Math.max(0, likely - underWay));
    }

    private boolean needsFork(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return standing == null || likelyForks(one, standing) > 0;
    }

    private double likelySeconds(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return likelyForks(one, standing) * costs(one, standing, standing.warmups());
    }

    private int likelyForks(Plan.Case one, Standing standing) {
        Plan.Effort effort = plan.effort(one);
        int wanted = Estimator.forksFor(effort.target(), standing.score(), effort.forks());
        return Math.max(wanted, effort.leastForks()) - standing.score().forks();
    }

    private double costs(Plan.Case one, Standing standing, int warmups) {
        double iterations = warmups + plan.effort(one).measureIterations();
        return standing.seconds() * Math.max(1, iterations / standing.iterations());
    }

    private boolean fits(double seconds) {
        return elapsedSeconds.getAsDouble() + seconds <= budgetSeconds();
    }
}
