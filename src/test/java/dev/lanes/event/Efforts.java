package dev.lanes.event;

/// Efforts that leave nothing to the statistics.
public final class Efforts {
    private static final double SECONDS_PER_FORK = 60;

    private Efforts() {}

    /// Exactly `forks` JVMs, with a minute for each.
    public static Plan.Effort exactly(int forks, int warmupIterations, int measureIterations, int iterationMillis) {
        return new Plan.Effort(
                forks, forks, new Plan.Effort.Forks(forks, forks, forks), warmupIterations, measureIterations,
                iterationMillis, 0, SECONDS_PER_FORK * forks, 0);
    }
}
