package dev.lanes.experiment.model;

/// A clock at the two stages of a pipeline: how long its last run took, and how much of
/// that each stage worked.
///
/// It reads the time twice for each micro-batch, which takes far less than a thousandth
/// of the work in one.
final class StageClock {
    private final long[] busy = new long[2];
    private long elapsed;

    /// Runs the whole pipeline.
    void run(Runnable pipeline) {
        busy[0] = 0;
        busy[1] = 0;
        long start = System.nanoTime();
        pipeline.run();
        elapsed = System.nanoTime() - start;
    }

    /// Does a piece of a stage's work, on the thread of that stage.
    void work(int stage, Runnable piece) {
        long start = System.nanoTime();
        piece.run();
        busy[stage] += System.nanoTime() - start;
    }

    /// The part of the last run in which the stage did not work, in percent; NaN before
    /// the first run.
    double idlePercent(int stage) {
        return hasRun() ? 100.0 * (elapsed - busy[stage]) / elapsed : Double.NaN;
    }

    boolean hasRun() {
        return elapsed > 0;
    }
}
