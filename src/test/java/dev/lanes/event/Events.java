package dev.lanes.event;

import java.util.List;

/// Events of which a test says no more than it is about.
public final class Events {
    private Events() {}

    /// A finished run of which nothing is told but its verdict, which may be null.
    public static RunEvent.Finished finished(Verdict verdict) {
        return new RunEvent.Finished(verdict, List.of(), null, List.of(), null, null);
    }

    /// An iteration without processor time.
    public static RunEvent.Sample sample(
            String key, RunEvent.Phase phase, int round, int iteration, double nsPerOp) {
        return new RunEvent.Sample(key, phase, round, iteration, nsPerOp, null);
    }

    /// A score of which allocation is not known, in an experiment without a yardstick.
    public static RunEvent.Scored scored(String key, Score score, Speedup speedup, Trust trust) {
        return new RunEvent.Scored(key, score, speedup, null, trust, null, null, null);
    }
}
