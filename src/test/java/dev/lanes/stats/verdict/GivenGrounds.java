package dev.lanes.stats.verdict;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Grounds that a test builds up figure by figure, on a machine with two cores and eight lanes. What is not given is
/// not known, but that there is one fork of each and the claim holds.
public final class GivenGrounds {
    private final GivenSide subject = new GivenSide("It");
    private final GivenSide reference = new GivenSide("the baseline");
    private Verdict.Outcome outcome = Verdict.Outcome.HOLDS;
    private Speedup speedup;
    private Trust.Level trust = Trust.Level.GOOD;
    private boolean wrong;
    private double yardstickNs = Double.NaN;
    private int cores = 2;
    private Ceilings ceilings;

    public GivenSide subject() {
        return subject;
    }

    public GivenSide reference() {
        return reference;
    }

    public void wrong() {
        wrong = true;
    }

    public void trust(Trust.Level level) {
        trust = level;
    }

    public void yardstick(double ns) {
        yardstickNs = ns;
    }

    public void cores(int number) {
        cores = number;
    }

    public void ceilings(Ceilings known) {
        ceilings = known;
    }

    /// An outcome with an interval that the two times alone do not have.
    public void outcome(Verdict.Outcome given, Speedup interval) {
        outcome = given;
        speedup = interval;
    }

    public List<String> reasons() {
        return WhyRules.reasons(grounds());
    }

    /// What one rule says, or nothing if it is silent.
    public String said(Function<Grounds, Optional<WhyRules.Reason>> rule) {
        return rule.apply(grounds()).map(WhyRules.Reason::text).orElse("");
    }

    /// If no interval was given, it is the ratio of the times, within a percent.
    private Grounds grounds() {
        double ratio = reference.ns / subject.ns;
        Speedup given = speedup == null ? new Speedup(ratio, ratio * 0.99, ratio * 1.01) : speedup;
        return new Grounds(
                outcome, given, trust, wrong, subject.side(), reference.side(), yardstickNs,
                new Grounds.Here(2, cores, 8, ceilings));
    }

    /// One of the two sides; sequential and compiled until told otherwise.
    static final class GivenSide {
        private final String name;
        private Plan.Pool pool = Plan.Pool.SEQUENTIAL;
        private int workers = 1;
        private Plan.Execution execution = Plan.Execution.COMPILED;
        private boolean vectors;
        private double ns = Double.NaN;
        private double busy = Double.NaN;
        private double bytes = Double.NaN;
        private int forks = 1;
        private Operation watched;
        private Plan.Work work;

        private GivenSide(String name) {
            this.name = name;
        }

        GivenSide pooled(int number) {
            pool = Plan.Pool.PLATFORM;
            workers = number;
            return this;
        }

        GivenSide runs(Plan.Execution given) {
            execution = given;
            return this;
        }

        GivenSide vectors() {
            vectors = true;
            return this;
        }

        GivenSide ns(double given) {
            ns = given;
            return this;
        }

        GivenSide busy(double processors) {
            busy = processors;
            return this;
        }

        GivenSide bytes(double given) {
            bytes = given;
            return this;
        }

        GivenSide forks(int number) {
            forks = number;
            return this;
        }

        GivenSide watched(Operation operation) {
            watched = operation;
            return this;
        }

        GivenSide work(double flops, double given, double footprint) {
            work = new Plan.Work(flops, given, footprint);
            return this;
        }

        private Grounds.Side side() {
            Plan.Case one = new Plan.Case(name, name, name, pool, workers, execution, 0, work, false);
            return new Grounds.Side(name, one, vectors, ns, busy, bytes, forks, watched);
        }
    }
}
