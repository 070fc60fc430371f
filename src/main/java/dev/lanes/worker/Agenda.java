package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which cases need another fork, and whether the budget has room for it.
///
/// Every case gets one fork. Beyond that none begins that would not end within the budget, with room for the first fork
/// of each case that has had none. It goes by what forks took so far, their start and their checks included.
final class Agenda {
    /// Nobody waits longer than this for a better light on an answer that stands.
    private static final double SECONDS_TO_AN_ANSWER = 10;

    private final Plan plan;
    private final DoubleSupplier elapsedSeconds;
    private final Random order;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private double beganAt = Double.NaN;
    private double lostSeconds;
    private boolean open;

    /// Where a case stands.
    ///
    /// @param forks that it has had
    /// @param wanted forks that it is likely to need in all for an interval within the effort's target
    /// @param seconds that its longest fork took
    private record Standing(int forks, int wanted, double seconds) {}

    Agenda(Plan plan, DoubleSupplier elapsedSeconds) {
        this.plan = plan;
        this.elapsedSeconds = elapsedSeconds;
        this.order = new Random(plan.seed());
    }

    /// What the run may take in all.
    double budgetSeconds() {
        return plan.estimateSeconds() + lostSeconds;
    }

    /// The claim's cases that need a fork before all others.
    ///
    /// @param answered whether their measurements answer the claim by now
    synchronized List<Plan.Case> claimRound(boolean answered, Predicate<Plan.Case> first) {
        return shuffled(first).filter(Plan.Case::ofClaim).filter(one -> claimNeeds(one, answered)).toList();
    }

    /// Whether one more fork of each of the claim's cases would end before somebody has waited for long.
    synchronized boolean hasTimeForABetterLight() {
        double seconds = plan.cases().stream()
                .filter(one -> one.ofClaim() && standings.containsKey(one.key()))
                .mapToDouble(one -> standings.get(one.key()).seconds()).sum();
        return elapsedSeconds.getAsDouble() + seconds <= SECONDS_TO_AN_ANSWER;
    }

    /// The cases that need a fork, in an order drawn anew for every round; those that are `first` come first. While
    /// the claim cannot be told it is the claim's, as far as the budget has room for them, and what the others leave of
    /// the budget is the claim's as well, up to so many forks in all.
    ///
    /// @param told whether it can be
    synchronized List<Plan.Case> round(boolean told, Predicate<Plan.Case> first) {
        open = !told && plan.cases().stream().anyMatch(Plan.Case::ofClaim);
        List<Plan.Case> ofClaim = open ? claimRound(false, first).stream().filter(this::affords).toList() : List.of();
        if (!ofClaim.isEmpty()) {
            return ofClaim;
        }
        List<Plan.Case> others = shuffled(first).filter(this::needsFork).toList();
        return !open || others.stream().anyMatch(this::affords)
                ? others
                : shuffled(first).filter(one -> needsFork(one) || one.ofClaim() && mayGoOn(one)).toList();
    }

    private boolean mayGoOn(Plan.Case one) {
        return standings.get(one.key()).forks() < plan.effort(one).claimForks().inAll() && affords(one);
    }

    /// Whether the case's next fork would end within the budget.
    synchronized boolean affords(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return standing == null
                || elapsedSeconds.getAsDouble() + standing.seconds() + secondsOfFirstForks() <= budgetSeconds();
    }

    private double secondsOfFirstForks() {
        return plan.cases().stream()
                .filter(one -> !standings.containsKey(one.key()) && !dropped.contains(one.key()))
                .mapToDouble(this::secondsOfItsFork).sum();
    }

    /// As long as a fork of it should take, or the longest so far of cases that run in the same way.
    private double secondsOfItsFork(Plan.Case one) {
        double planned = plan.effort(one).secondsPerCase() / plan.effort(one).forks();
        return plan.cases().stream()
                .filter(other -> other.execution() == one.execution() && standings.containsKey(other.key()))
                .mapToDouble(other -> standings.get(other.key()).seconds())
                .reduce(planned, Math::max);
    }

    /// Takes note of a fork that begins.
    synchronized void begins() {
        beganAt = elapsedSeconds.getAsDouble();
    }

    /// Takes note of the fork that began last and has ended.
    synchronized void measured(Plan.Case one, CaseSamples samples) {
        stands(one, samples, elapsedSeconds.getAsDouble() - beganAt);
        beganAt = Double.NaN;
    }

    /// Takes note that the fork that began last has failed: its case gets no other, and what it took is nobody's loss.
    synchronized void drop(Plan.Case one) {
        lostSeconds += elapsedSeconds.getAsDouble() - beganAt;
        dropped.add(one.key());
        beganAt = Double.NaN;
    }

    /// Takes note of forks that an earlier run measured; the next is likely to take as long as such a fork should.
    synchronized void known(Plan.Case one, CaseSamples samples) {
        stands(one, samples, secondsOfItsFork(one));
    }

    private void stands(Plan.Case one, CaseSamples samples, double seconds) {
        Plan.Effort effort = plan.effort(one);
        int wanted = Math.max(
                effort.leastForks(), Estimator.forksFor(effort.target(), samples, effort.forks()));
        Standing before = standings.get(one.key());
        standings.put(one.key(), new Standing(
                samples.forks().size(), wanted, before == null ? seconds : Math.max(before.seconds(), seconds)));
    }

    /// What the rest is likely to take: for a case that has had no fork its share of the budget, and all that is left of
    /// it while the claim is open.
    synchronized double remainingSeconds() {
        double now = elapsedSeconds.getAsDouble();
        double likely = open ? budgetSeconds() : plan.cases().stream().mapToDouble(this::likelySeconds).sum();
        double underWay = Double.isNaN(beganAt) ? 0 : now - beganAt;
        return Math.max(0, Math.min(budgetSeconds() - now, likely - underWay));
    }

    private Stream<Plan.Case> shuffled(Predicate<Plan.Case> first) {
        List<Plan.Case> cases = new ArrayList<>(plan.cases());
        cases.removeIf(one -> dropped.contains(one.key()));
        Collections.shuffle(cases, order);
        cases.sort((one, other) -> Boolean.compare(first.test(other), first.test(one)));
        return cases.stream();
    }

    /// At least as many forks as a claim takes, and more as long as they leave it open.
    private boolean claimNeeds(Plan.Case one, boolean answered) {
        Standing standing = standings.get(one.key());
        Plan.Effort effort = plan.effort(one);
        return standing == null || standing.forks() < effort.claimForks().least()
                || !answered && standing.forks() < effort.claimForks().most();
    }

    private boolean needsFork(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return standing == null || standing.forks() < standing.wanted();
    }

    private double likelySeconds(Plan.Case one) {
        Standing standing = standings.get(one.key());
        return dropped.contains(one.key()) ? 0 : standing == null
                ? plan.effort(one).secondsPerCase()
                : Math.max(0, standing.wanted() - standing.forks()) * standing.seconds();
    }
}
