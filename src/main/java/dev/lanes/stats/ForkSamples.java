package dev.lanes.stats;

import java.util.List;
import java.util.OptionalInt;

/// All iterations of one fork in the order they ran, warm-up included.
///
/// Those that were planned as measurement count from where the fork had settled; what came before is warm-up that
/// took longer than planned. Where it never settled, all of them count and the trust suffers instead.
public final class ForkSamples {
    /// With fewer iterations left than this the late ones alone would say less than all of them.
    private static final int LEAST_COUNTED = 3;

    private final List<Iteration> iterations;
    private final List<Iteration> measured;
    private final boolean settled;
    private final double[] times;
    private final double median;

    /// @throws IllegalArgumentException where none was planned as measurement
    public ForkSamples(List<Iteration> iterations) {
        this.iterations = List.copyOf(iterations);
        List<Iteration> planned = iterations.stream().filter(one -> !one.warmup()).toList();
        if (planned.isEmpty()) {
            throw new IllegalArgumentException("A fork without a measured iteration");
        }
        int warmups = iterations.size() - planned.size();
        OptionalInt point = Settling.point(iterations);
        int late = Math.max(0, point.orElse(0) - warmups);
        settled = point.isPresent() && planned.size() - late >= Math.min(LEAST_COUNTED, planned.size());
        measured = settled ? planned.subList(late, planned.size()) : planned;
        times = measured.stream().mapToDouble(Iteration::nsPerOp).toArray();
        median = Estimator.median(times);
    }

    public List<Iteration> iterations() {
        return iterations;
    }

    /// The iterations that count.
    public List<Iteration> measured() {
        return measured;
    }

    /// How many were planned as measurement; those that count are the last of them.
    int planned() {
        return (int) iterations.stream().filter(one -> !one.warmup()).count();
    }

    /// Times of the iterations that count, in ns per operation.
    public double[] nsPerOp() {
        return times.clone();
    }

    /// The middle of the times that count.
    public double median() {
        return median;
    }

    /// Whether the warm-up came to an end, early or late.
    public boolean settled() {
        return settled;
    }

    /// Whether at least so many measured iterations came after the end of the warm-up.
    public boolean settledFor(int least) {
        return settled && measured.size() >= least;
    }

    /// The fact of every iteration that counts and knows it.
    public double[] facts(Fact fact) {
        return measured.stream().mapToDouble(one -> one.fact(fact)).filter(value -> !Double.isNaN(value)).toArray();
    }
}
