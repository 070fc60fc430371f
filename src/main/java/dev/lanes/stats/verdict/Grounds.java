package dev.lanes.stats.verdict;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.stats.Allocation;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;

/// All that the reasons of a verdict are drawn from: the case that the claim is about, what it is compared with, and
/// where both ran. A number that is not known is NaN, which fails every comparison.
///
/// @param speedup of the subject over the reference
/// @param trust the lower of the two sides'
/// @param wrong whether the subject's output is not the baseline's
public record Grounds(
        Speedup speedup, Trust.Level trust, boolean wrong, Side subject, Side reference, Beside beside, Here here) {
    /// With fewer JVMs than this more of them would tell more.
    private static final int FEW_FORKS = 5;

    /// One of the two cases.
    ///
    /// @param name in words, as in a sentence: "the baseline"
    /// @param lanes floats in a register that its code uses by the Vector API; 0 if it does not
    /// @param ns the time of an operation
    /// @param busy how many processors it kept busy: processor time by time
    /// @param bytes what it allocates per operation
    /// @param watched what its workers did during one operation; null where nobody watched
    public record Side(
            String name, Plan.Case one, int lanes, double ns, double busy, double bytes, int forks,
            Operation watched) {

        /// From what was measured of the case.
        public static Side of(
                String name, Plan.Case one, int lanes, CaseSamples samples, Operation watched) {
            return new Side(
                    name, one, lanes, Estimator.median(samples.all()), samples.processorsBusy(),
                    Allocation.perOperation(samples), samples.forks().size(), watched);
        }

        /// The name where a sentence begins.
        String nameAtFirst() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        boolean vectors() {
            return lanes > 0;
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

    /// What else was measured that takes the ratio apart.
    ///
    /// @param yardstickNs the time of compiled code on plain arrays, beside an interpreted baseline
    /// @param compiledNs the time of an interpreted baseline's own code, compiled
    /// @param plain the variant that does without the Vector API what the subject does with it
    /// @param plainNs its time
    public record Beside(double yardstickNs, double compiledNs, String plain, double plainNs) {}

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

    /// The time of compiled code that the subject can be held against: NaN where the reference is interpreted and its
    /// compiled counterpart was not measured.
    double compiledNs() {
        return reference.runs(Plan.Execution.INTERPRETED) ? beside.yardstickNs() : reference.ns();
    }

    /// How many times faster the subject is than that.
    double compiledGain() {
        return reference.runs(Plan.Execution.INTERPRETED) ? compiledNs() / subject.ns() : speedup.value();
    }

    /// The same at the low end of its interval, where that is known.
    double compiledGainAtLeast() {
        return reference.runs(Plan.Execution.INTERPRETED) ? compiledGain() : speedup.low();
    }

    /// What would make the interval narrower, as the subject of a sentence.
    public String wanted() {
        int workers = subject.one().workers();
        return Math.min(subject.forks(), reference.forks()) < FEW_FORKS
                ? "more JVMs, which a higher effort measures,"
                : subject.pooled() && !reference.pooled() && workers > here.cores()
                        ? "a machine with %s cores".formatted(workers)
                        : "a larger input or a quieter machine";
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
