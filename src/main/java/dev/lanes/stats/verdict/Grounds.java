package dev.lanes.stats.verdict;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.stats.Allocation;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;

/// All that the reasons of a verdict are drawn from: the case that the claim is about, what it is compared with, and
/// where both ran. A number that is not known is NaN, which fails every comparison.
///
/// @param speedup of the subject over the reference
/// @param trust the lower of the two sides'
/// @param wrong whether the subject's output is not the baseline's
/// @param yardstickNs the time of the compiled counterpart of an interpreted baseline
public record Grounds(
        Verdict.Outcome outcome, Speedup speedup, Trust.Level trust, boolean wrong, Side subject, Side reference,
        double yardstickNs, Here here) {

    /// One of the two cases.
    ///
    /// @param name in words, as in a sentence: "the baseline"
    /// @param vectors whether its code uses the Vector API
    /// @param ns the time of an operation
    /// @param busy how many processors it kept busy: processor time by time
    /// @param bytes what it allocates per operation
    /// @param watched what its workers did during one operation; null where nobody watched
    public record Side(
            String name, Plan.Case one, boolean vectors, double ns, double busy, double bytes, int forks,
            Operation watched) {

        /// From what was measured of the case.
        public static Side of(
                String name, Plan.Case one, boolean vectors, CaseSamples samples, Operation watched) {
            return new Side(
                    name, one, vectors, Estimator.median(samples.all()), samples.processorsBusy(),
                    Allocation.perOperation(samples), samples.forks().size(), watched);
        }

        /// The name where a sentence begins.
        String nameAtFirst() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        boolean pooled() {
            return one.pool() != Plan.Pool.SEQUENTIAL;
        }

        boolean runs(Plan.Execution execution) {
            return one.execution() == execution;
        }

        /// Processor time of an operation, in ns.
        double cpuNs() {
            return busy * ns;
        }
    }

    /// This machine.
    ///
    /// @param processors that the forks may use
    /// @param cores how many workers can have a core of their own; fewer than processors where some share one
    /// @param lanes floats in a vector register
    /// @param ceilings what it can do at most; null where that is not known
    public record Here(int processors, int cores, int lanes, Ceilings ceilings) {}

    boolean faster() {
        return SpeedupWords.faster(speedup);
    }

    boolean slower() {
        return SpeedupWords.slower(speedup);
    }

    /// How many of the subject's workers can run at the same time.
    int runnable() {
        return Math.min(subject.one().workers(), here.processors());
    }

    /// How many times faster the subject is than compiled code of the reference's kind: NaN where the reference is
    /// interpreted and its compiled counterpart was not measured.
    double compiledGain() {
        return reference.runs(Plan.Execution.INTERPRETED) ? yardstickNs / subject.ns() : speedup.value();
    }

    /// Whether the reference works for most of its time and does so like the subject, so that their processor times
    /// can be compared.
    boolean comparableWork() {
        return reference.busy() > WhyRules.MOSTLY_WAITING && reference.one().execution() == subject.one().execution();
    }

    /// Processor time of the subject by that of the reference.
    double dearness() {
        return comparableWork() ? subject.cpuNs() / reference.cpuNs() : Double.NaN;
    }
}
