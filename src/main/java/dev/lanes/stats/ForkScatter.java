package dev.lanes.stats;

import dev.lanes.event.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;

/// How far the JVMs of cases of one kind scatter in a run: what three JVMs of a case cannot tell by themselves, the
/// other cases of its kind tell besides.
///
/// A kind is a way to run, on a pool or not: the JVMs of pooled cases scatter several times as far as those of cases
/// on one thread. Before anything is measured a scatter is assumed, which counts like `FREEDOM` observations.
public final class ForkScatter {
    /// Standard deviation between the medians of two JVMs that run the same program on one thread, as a share.
    static final double ONE_THREAD = 0.03;
    /// The same on a pool.
    static final double POOLED = 0.06;
    /// The same of two single calls in fresh JVMs, which meet other caches, pages and compilers each time.
    static final double FROM_COLD = 0.30;
    static final double FREEDOM = 4;
    /// What JVMs are assumed to differ by at least, as a part of what the samples within one do: what disturbs samples
    /// lasts for long enough to move the median of a JVM, too (docs/decisions/0008).
    private static final double OF_SAMPLES = 0.85;
    /// Where samples scatter further than this, JVMs follow with the smaller part.
    private static final double FAR = 0.15;
    private static final double BEYOND = 0.5;

    private final double assumed;
    private final List<CaseSamples> cases = new ArrayList<>();

    private ForkScatter(double assumed) {
        this.assumed = assumed;
    }

    /// Of cases that run in that way.
    public static ForkScatter of(Plan.Execution execution, boolean pooled) {
        return new ForkScatter(execution == Plan.Execution.FROM_COLD ? FROM_COLD : pooled ? POOLED : ONE_THREAD);
    }

    /// Samples of one more case of the kind.
    public CaseSamples newCase(Plan.Execution execution) {
        CaseSamples samples = new CaseSamples(execution, this);
        cases.add(samples);
        return samples;
    }

    /// What a JVM of that case is expected to be off by, squared, going by its own samples and the other cases.
    double variance(CaseSamples asked) {
        return variance(asked, Math.max(assumed, ofSamples(asked.scatterWithinForks())));
    }

    /// The same going by the other cases alone.
    double varianceOfKind(CaseSamples asked) {
        return variance(asked, assumed);
    }

    private static double ofSamples(double within) {
        return OF_SAMPLES * Math.min(within, FAR) + BEYOND * Math.max(0, within - FAR);
    }

    /// Forks in two modes say nothing of the others' scatter: they would make every interval as wide.
    private double variance(CaseSamples asked, double before) {
        double sum = FREEDOM * before * before;
        double freedom = FREEDOM;
        for (CaseSamples other : cases) {
            double[] logs = other.logMedians();
            if (other != asked && logs.length > 1 && !Modes.two(other)) {
                sum += (logs.length - 1) * StatUtils.variance(logs);
                freedom += logs.length - 1;
            }
        }
        return sum / freedom;
    }

    /// All iterations of the kind's cases.
    Stream<Iteration> iterations() {
        return cases.stream().flatMap(one -> one.forks().stream()).flatMap(fork -> fork.iterations().stream());
    }

    /// What another JVM is assumed to be off by, as a share, before anything is measured.
    public double assumed() {
        return assumed;
    }
}
