package dev.lanes.stats.verdict;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Grounds that a test builds up figure by figure, on a machine with two cores and eight lanes. What is not given is
/// not known, but that there is one fork of each.
public final class GivenGrounds {
    private final GivenSide subject = new GivenSide("It");
    private final GivenSide reference = new GivenSide("the baseline");
    private Speedup speedup;
    private Trust.Level trust = Trust.Level.GOOD;
    private boolean wrong;
    private Grounds.Beside beside = new Grounds.Beside(Double.NaN, Double.NaN, "", Double.NaN);
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
        beside = new Grounds.Beside(ns, beside.compiledNs(), beside.plain(), beside.plainNs());
    }

    /// The code of an interpreted baseline, compiled.
    public void compiled(double ns) {
        beside = new Grounds.Beside(beside.yardstickNs(), ns, beside.plain(), beside.plainNs());
    }

    /// What does the same without the Vector API.
    public void plain(double ns) {
        beside = new Grounds.Beside(beside.yardstickNs(), beside.compiledNs(), "Plain loop", ns);
    }

    public void cores(int number) {
        cores = number;
    }

    public void ceilings(Ceilings known) {
        ceilings = known;
    }

    /// An interval that the two times alone do not have.
    public void speedup(Speedup interval) {
        speedup = interval;
    }

    public List<String> reasons() {
        return WhyRules.reasons(grounds()).stream().map(WhyRules.Reason::text).toList();
    }

    /// What kinds of reasons there are.
    public List<String> codes() {
        return WhyRules.reasons(grounds()).stream().map(WhyRules.Reason::code).toList();
    }

    public String wanted() {
        return grounds().wanted();
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
                given, trust, wrong, subject.side(), reference.side(), beside,
                new Grounds.Here(2, cores, 8, ceilings));
    }

    /// One of the two sides; sequential and compiled until told otherwise.
    static final class GivenSide {
        private final String name;
        private Plan.Pool pool = Plan.Pool.SEQUENTIAL;
        private int workers = 1;
        private Plan.Execution execution = Plan.Execution.COMPILED;
        private int lanes;
        private double ns = Double.NaN;
        private double busy = Double.NaN;
        private double bytes = Double.NaN;
        private int forks = 1;
        private int callsBefore;
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
            return lanes(8);
        }

        GivenSide lanes(int number) {
            lanes = number;
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

        GivenSide callsBefore(int number) {
            callsBefore = number;
            return this;
        }

        GivenSide watched(Operation operation) {
            watched = operation;
            return this;
        }

        GivenSide work(double flops, double given, double footprint) {
            work = new Plan.Work(flops, given, footprint, null, null);
            return this;
        }

        private Grounds.Side side() {
            Plan.Case one = new Plan.Case(name, name, name, pool, workers, execution, callsBefore, work, false, null, false);
            return new Grounds.Side(name, one, lanes, ns, busy, bytes, forks, watched);
        }
    }
}
