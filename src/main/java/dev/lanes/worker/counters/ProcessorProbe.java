package dev.lanes.worker.counters;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.DoubleAccumulator;

/// A fixed amount of arithmetic that touches no memory. Its time tells how fast the processor is at the moment: it
/// grows when the clock slows down, or when a neighbour uses the core's other hyperthread. It is done a few times in a
/// row and the best counts, so that a short break, of which every machine has hundreds a second, is not taken for that.
///
/// It can look at several processors at once, by threads that compute at the same time; the slowest counts.
public final class ProcessorProbe {
    private static final int WARM_UP_STEPS = 20_000;
    private static final int WARM_UP_CALLS = 60;
    /// Without a compiler it never gets faster.
    private static final long WARM_UP_NANOS = 100_000_000;
    private static final int TIMES = 4;
    private static final double PROBE_NANOS = 1e6 / TIMES;

    private final int steps;
    private final int processors;
    private volatile double sink;

    private ProcessorProbe(int steps, int processors) {
        this.steps = steps;
        this.processors = processors;
    }

    /// A probe whose code is compiled, of about a millisecond.
    public static ProcessorProbe warmedUp(int processors) {
        ProcessorProbe rehearsal = new ProcessorProbe(WARM_UP_STEPS, 1);
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        for (int call = 0; call < WARM_UP_CALLS && System.nanoTime() - begin < WARM_UP_NANOS; call++) {
            best = Math.min(best, rehearsal.nsPerStep());
        }
        return new ProcessorProbe((int) Math.min(PROBE_NANOS / best, Integer.MAX_VALUE), processors);
    }

    /// How many it looks at.
    int processors() {
        return processors;
    }

    /// Probes once.
    public double nsPerStep() {
        DoubleAccumulator slowest = new DoubleAccumulator(Math::max, 0);
        ThreadFactory threads = Thread.ofPlatform().name("lanes-probe").factory();
        try (ExecutorService others = Executors.newThreadPerTaskExecutor(threads)) {
            for (int other = 1; other < processors; other++) {
                others.execute(() -> slowest.accumulate(onThisThread()));
            }
            slowest.accumulate(onThisThread());
        }
        return slowest.get();
    }

    private double onThisThread() {
        long best = Long.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            sink = compute(steps, sink);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return (double) best / steps;
    }

    /// Twelve chains of a multiplication and an addition, enough to keep every unit busy that does them: with fewer the
    /// units would wait for results, and a neighbour could use them unnoticed. Each chain converges, so that no number
    /// ever becomes slow to compute with.
    private static double compute(int steps, double start) {
        double a = start;
        double b = start + 1;
        double c = start + 2;
        double d = start + 3;
        double e = start + 4;
        double f = start + 5;
        double g = start + 6;
        double h = start + 7;
        double i = start + 8;
        double j = start + 9;
        double k = start + 10;
        double l = start + 11;
        for (int step = 0; step < steps; step++) {
            a = a * 0.5 + 1;
            b = b * 0.5 + 1;
            c = c * 0.5 + 1;
            d = d * 0.5 + 1;
            e = e * 0.5 + 1;
            f = f * 0.5 + 1;
            g = g * 0.5 + 1;
            h = h * 0.5 + 1;
            i = i * 0.5 + 1;
            j = j * 0.5 + 1;
            k = k * 0.5 + 1;
            l = l * 0.5 + 1;
        }
        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
