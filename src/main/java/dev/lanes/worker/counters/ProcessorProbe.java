package dev.lanes.worker.counters;

/// A fixed amount of arithmetic that touches no memory. Its time tells how fast the processor is at the moment: it
/// grows when the clock slows down, or when a neighbour uses the core's other hyperthread. It is done a few times in a
/// row and the best counts, so that a short break, of which every machine has hundreds a second, is not taken for that.
final class ProcessorProbe {
    private static final int WARM_UP_STEPS = 20_000;
    private static final int WARM_UP_CALLS = 60;
    /// Without a compiler it never gets faster.
    private static final long WARM_UP_NANOS = 40_000_000;
    private static final int TIMES = 4;
    private static final double PROBE_NANOS = 1e6 / TIMES;

    private final int steps;
    private double sink;

    private ProcessorProbe(int steps) {
        this.steps = steps;
    }

    /// A probe whose code is compiled, of about a millisecond.
    static ProcessorProbe warmedUp() {
        ProcessorProbe rehearsal = new ProcessorProbe(WARM_UP_STEPS);
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        for (int call = 0; call < WARM_UP_CALLS && System.nanoTime() - begin < WARM_UP_NANOS; call++) {
            best = Math.min(best, rehearsal.nsPerStep());
        }
        return new ProcessorProbe((int) Math.min(PROBE_NANOS / best, Integer.MAX_VALUE));
    }

    /// Probes once.
    double nsPerStep() {
        long best = Long.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            sink += compute(steps, sink);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return (double) best / steps;
    }

    /// Four chains of multiplications and additions, enough to keep the arithmetic units busy. Each converges, so that
    /// no number ever becomes slow to compute with.
    private static double compute(int steps, double start) {
        double one = start;
        double two = 2;
        double three = 3;
        double four = 4;
        for (int step = 0; step < steps; step++) {
            one = one * 0.5 + 1;
            two = two * 0.5 + 2;
            three = three * 0.5 + 3;
            four = four * 0.5 + 4;
        }
        return one + two + three + four;
    }
}
