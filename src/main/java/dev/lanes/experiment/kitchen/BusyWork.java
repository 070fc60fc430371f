package dev.lanes.experiment.kitchen;

import org.openjdk.jmh.infra.Blackhole;

/// A fixed amount of arithmetic that keeps one core of this machine busy for about a
/// given time.
///
/// The arithmetic is JMH's [Blackhole#consumeCPU]: a chain of multiplications, each of
/// which needs the one before, so that neither the compiler nor the lanes can make it
/// shorter. Its amount is fixed, not its time: two of them on one core take twice as
/// long, which a loop that watched the clock would hide.
///
/// @param tokens the amount, in links of the chain
record BusyWork(long tokens) {
    private static final int TRIES = 20;
    private static final long TRY_TOKENS = 1_000_000;

    /// The work for `nanos` ns, found by timing a few longer ones.
    static BusyWork lasting(long nanos) {
        long best = Long.MAX_VALUE;
        // The first are slow, for they are not compiled yet; any may be interrupted.
        for (int turn = 0; turn < TRIES; turn++) {
            long begin = System.nanoTime();
            Blackhole.consumeCPU(TRY_TOKENS);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return new BusyWork(Math.max(1, nanos * TRY_TOKENS / best));
    }

    /// Does it once, on the calling thread.
    void perform() {
        Blackhole.consumeCPU(tokens);
    }
}
