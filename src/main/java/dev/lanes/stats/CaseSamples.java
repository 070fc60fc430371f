package dev.lanes.stats;

import dev.lanes.event.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.commons.math3.stat.StatUtils;

/// The iterations of one case, kept apart by fork.
///
/// A fork is the unit of repetition: iterations of one JVM share its compiled code and its place in memory, so they
/// resemble each other more than those of two JVMs do.
public final class CaseSamples {
    /// Between the quartiles of a normal distribution, in standard deviations.
    private static final double NORMAL_QUARTILES = 1.349;

    private final Plan.Execution execution;
    private final ForkScatter scatter;
    private final List<ForkSamples> forks = new ArrayList<>();

    CaseSamples(Plan.Execution execution, ForkScatter scatter) {
        this.execution = execution;
        this.scatter = scatter;
    }

    /// Those of a case on one thread beside which no other is measured.
    public static CaseSamples alone(Plan.Execution execution) {
        return ForkScatter.of(execution, false).newCase(execution);
    }

    /// How the case runs, which decides what can be expected of its samples.
    public Plan.Execution execution() {
        return execution;
    }

    public void add(ForkSamples fork) {
        forks.add(fork);
    }

    public boolean isEmpty() {
        return forks.isEmpty();
    }

    /// In the order they ran.
    public List<ForkSamples> forks() {
        return List.copyOf(forks);
    }

    /// The times that count of all forks, in the order they ran, in ns per operation.
    public double[] all() {
        return forks.stream().flatMapToDouble(fork -> Arrays.stream(fork.nsPerOp())).toArray();
    }

    /// The places, among all iterations that were planned as measurement, of those that count and lie far from the
    /// others.
    public List<Integer> outliers() {
        List<Integer> places = new ArrayList<>();
        int planned = 0;
        for (ForkSamples fork : forks) {
            planned += fork.planned();
            for (int at = planned - fork.measured().size(); at < planned; at++) {
                places.add(at);
            }
        }
        return Outliers.of(all()).stream().map(places::get).toList();
    }

    /// The fact of every iteration that counts and knows it, in the order they ran.
    public double[] facts(Fact fact) {
        return forks.stream().flatMapToDouble(fork -> Arrays.stream(fork.facts(fact))).toArray();
    }

    /// The times that count of which that is so, in the order they ran, in ns per operation.
    public double[] timesWhere(Fact fact, DoublePredicate is) {
        return forks.stream()
                .flatMap(fork -> fork.measured().stream())
                .filter(one -> is.test(one.fact(fact)))
                .mapToDouble(Iteration::nsPerOp)
                .toArray();
    }

    /// The fastest probe in the run, of those that this case's samples can be compared with: in cases of its kind, on as
    /// many processors at once. NaN where none is known.
    public double bestProbe() {
        double[] processors = facts(Fact.PROBED_PROCESSORS);
        return scatter.iterations()
                .filter(one -> processors.length > 0 && one.fact(Fact.PROBED_PROCESSORS) == processors[0])
                .mapToDouble(one -> one.fact(Fact.PROBE_NS))
                .filter(time -> !Double.isNaN(time))
                .min()
                .orElse(Double.NaN);
    }

    /// How many processors it kept busy, its processor time by its time: the mean over all samples that count, since a
    /// single one is measured in coarse ticks. NaN where it is not known.
    public double processorsBusy() {
        return StatUtils.mean(forks.stream()
                .flatMap(fork -> fork.measured().stream())
                .mapToDouble(one -> one.fact(Fact.CPU_NS_PER_OP) / one.nsPerOp())
                .filter(share -> !Double.isNaN(share))
                .toArray());
    }

    /// One median per fork, in the order they ran.
    double[] medians() {
        return forks.stream().mapToDouble(ForkSamples::median).toArray();
    }

    double[] logMedians() {
        return Arrays.stream(medians()).map(Math::log).toArray();
    }

    /// How far the samples of a fork scatter, as the standard deviation of a normal distribution with their quartiles:
    /// the median over the forks, as a share.
    double scatterWithinForks() {
        return Estimator.median(forks.stream().mapToDouble(CaseSamples::scatterWithin).toArray());
    }

    private static double scatterWithin(ForkSamples fork) {
        double[] logs = Arrays.stream(fork.nsPerOp()).map(Math::log).toArray();
        return (StatUtils.percentile(logs, 75) - StatUtils.percentile(logs, 25)) / NORMAL_QUARTILES;
    }

    public ForkScatter scatter() {
        return scatter;
    }

    /// How far the slowest fork's median lies above the fastest's, as a share.
    public double spread() {
        double fastest = Arrays.stream(medians()).min().orElseThrow();
        double slowest = Arrays.stream(medians()).max().orElseThrow();
        return slowest / fastest - 1;
    }
}
