package dev.lanes.worker.counters;

/// The price of measuring nothing.
final class EmptyLoop {
    private static final int TURNS = 100_000;
    private static final int REPEATS = 100;
    /// Without a compiler it never gets faster.
    private static final long REPEAT_NANOS = 20_000_000;
    private static final int CLOCK_STEPS = 1_000;

    private volatile boolean done;

    private EmptyLoop() {}

    /// One turn of a loop like the one that JMH measures with, around no operation at all, in ns at its best.
    static double nsPerTurn() {
        EmptyLoop loop = new EmptyLoop();
        double best = Double.POSITIVE_INFINITY;
        long first = System.nanoTime();
        for (int repeat = 0; repeat < REPEATS && System.nanoTime() - first < REPEAT_NANOS; repeat++) {
            long begin = System.nanoTime();
            long turns = loop.turn();
            best = Math.min(best, (double) (System.nanoTime() - begin) / turns);
        }
        return best;
    }

    /// The smallest step of the clock that is seen in many readings, in ns.
    static double clockStepNs() {
        long smallest = Long.MAX_VALUE;
        for (int step = 0; step < CLOCK_STEPS; step++) {
            long begin = System.nanoTime();
            long end = System.nanoTime();
            while (end == begin) {
                end = System.nanoTime();
            }
            smallest = Math.min(smallest, end - begin);
        }
        return smallest;
    }

    private long turn() {
        long turns = 0;
        do {
            turns++;
        } while (!done && turns < TURNS);
        return turns;
    }
}
