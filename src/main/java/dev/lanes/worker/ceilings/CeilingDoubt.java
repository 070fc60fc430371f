package dev.lanes.worker.ceilings;

import dev.lanes.event.Ceilings;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Ceilings that cannot be right, however often they were measured. The message is a sentence for the visitor.
public final class CeilingDoubt extends RuntimeException {
    /// Vectors that become objects take more than a byte per ns; what JMH allocates around an iteration is far less.
    private static final double MOST_BYTES_PER_NS = 0.1;
    /// How far iterations of one range may be apart, but for the slowest: a single disturbance does not move a median.
    private static final double MOST_SCATTER = 2;
    /// The slowest processor with vectors does more operations than this per ns and thread.
    private static final double LEAST_FLOPS_PER_NS = 1;
    /// How far the ends of the interval of multiply-adds may be apart. They touch nothing but registers: where they are
    /// slow at one time and fast at another, the processor did something else besides.
    private static final double MOST_UNCERTAIN = 1.25;
    /// By how much a farther level may seem faster than a nearer one.
    private static final double NOISE = 1.15;

    private CeilingDoubt(String message) {
        super(message);
    }

    static void raise(Optional<String> doubt) {
        doubt.ifPresent(message -> {
            throw new CeilingDoubt(message);
        });
    }

    /// What is wrong with the samples of a fork that did `what` in so many threads.
    static Optional<String> about(String what, int threads, ForkSamples samples) {
        List<Iteration> measured = samples.iterations().stream().filter(one -> !one.warmup()).toList();
        double[] times = measured.stream().mapToDouble(Iteration::nsPerOp).sorted().toArray();
        double scatter = times[Math.max(0, times.length - 2)] / times[0];
        double bytes = measured.stream()
                .mapToDouble(one -> one.fact(Fact.BYTES_PER_OP) / one.nsPerOp())
                .filter(rate -> !Double.isNaN(rate))
                .max().orElse(0);
        if (bytes > MOST_BYTES_PER_NS) {
            return say("Measuring %s made an object for every vector: the loop was not compiled as it is in a kernel.",
                    what);
        }
        if (scatter > MOST_SCATTER) {
            return say("Measuring %s in %s gave times that differ %.1f times within a tenth of a second: something "
                    + "else kept the processor busy.", what, inThreads(threads), scatter);
        }
        return Optional.empty();
    }

    /// What is wrong with ceilings that go together.
    static Optional<String> about(Ceilings ceilings) {
        return ceilings.compute().stream()
                .filter(one -> one.gflops().median() < LEAST_FLOPS_PER_NS * one.workers())
                .findFirst()
                .flatMap(one -> say(
                        "Multiply-adds in %s came out as %.2f GFLOP/s, but every processor with vectors is faster.",
                        inThreads(one.workers()), one.gflops().median()))
                .or(() -> ceilings.compute().stream().flatMap(one -> aboutInterval(one).stream()).findFirst())
                .or(() -> ceilings.compute().stream()
                        .flatMap(one -> aboutLevels(ceilings, one.workers()).stream())
                        .findFirst());
    }

    private static Optional<String> aboutInterval(Ceilings.Compute one) {
        Ceilings.Rate rate = one.gflops();
        return rate.high() > MOST_UNCERTAIN * rate.low()
                ? say("Multiply-adds in %s came out as anything from %.0f to %.0f GFLOP/s: something else kept the "
                        + "processor busy.", inThreads(one.workers()), rate.low(), rate.high())
                : Optional.empty();
    }

    private static Optional<String> aboutLevels(Ceilings ceilings, int workers) {
        List<String> levels = ceilings.bandwidth().stream().map(Ceilings.Bandwidth::level).distinct().toList();
        for (int at = 0; at + 1 < levels.size(); at++) {
            double near = best(ceilings, workers, levels.get(at));
            double far = best(ceilings, workers, levels.get(at + 1));
            if (far > NOISE * near) {
                return say("In %s %s came out as %.0f GB/s, and %s, which is farther away, as %.0f.",
                        inThreads(workers), levels.get(at), near, levels.get(at + 1), far);
            }
        }
        return Optional.empty();
    }

    private static double best(Ceilings ceilings, int workers, String level) {
        return ceilings.bandwidth().stream()
                .filter(one -> one.workers() == workers && one.level().equals(level))
                .map(one -> one.gbPerSecond().median())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String inThreads(int threads) {
        return threads == 1 ? "one thread" : threads + " threads";
    }

    private static Optional<String> say(String format, Object... values) {
        return Optional.of(String.format(Locale.ROOT, format, values));
    }
}
