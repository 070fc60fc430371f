package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// What the measuring process is told to do, as one JSON line on its standard input.
///
/// @param experiment name of the experiment's class
/// @param params values of its JMH parameters
/// @param cases what to measure, in the order shown; the baseline among them unless the visitor left it out
/// @param seed decides the order of the cases within each round
public record Plan(String experiment, Map<String, String> params, List<Case> cases, Effort effort, long seed) {

    /// What the whole plan takes, in seconds, before anything of it is measured.
    public double estimateSeconds() {
        return cases.size() * effort.secondsPerCase();
    }

    /// One variant on one pool with one number of workers.
    ///
    /// @param key "variant", or "variant/pool/workers"
    /// @param method the variant's benchmark method
    /// @param workers 1 where the pool is sequential
    public record Case(String key, String variant, String method, Pool pool, int workers) {}

    /// What a case runs on.
    public enum Pool {
        @JsonProperty("sequential")
        SEQUENTIAL,
        @JsonProperty("platform")
        PLATFORM,
        @JsonProperty("virtual")
        VIRTUAL
    }

    /// How much to measure of every case: JVMs until its interval is within `target` of its median, but at least
    /// `leastForks` and at most `forks` of them, and in each of them warm-up and then measured iterations of
    /// `iterationMillis` milliseconds.
    ///
    /// @param target a share such as 0.03; 0 asks for all `forks`
    /// @param secondsPerCase the budget: after the first fork of every case, none begins that would not end within
    ///     this much per case
    public record Effort(
            int leastForks,
            int forks,
            int warmupIterations,
            int measureIterations,
            int iterationMillis,
            double target,
            double secondsPerCase) {
        /// What starting, setting up, checking and ending a fork costs besides its iterations, about.
        private static final double SECONDS_AROUND_A_FORK = 0.8;

        /// Exactly `forks` JVMs, with a minute for each.
        public Effort(int forks, int warmupIterations, int measureIterations, int iterationMillis) {
            this(forks, forks, warmupIterations, measureIterations, iterationMillis, 0, 60.0 * forks);
        }

        /// From `leastForks` to `forks` JVMs, with a budget for all of them at the pace that is usual.
        public static Effort adaptive(
                int leastForks, int forks, int warmupIterations, int measureIterations, int iterationMillis,
                double target) {
            double iterationSeconds = (warmupIterations + measureIterations) * iterationMillis / 1e3;
            return new Effort(leastForks, forks, warmupIterations, measureIterations, iterationMillis, target,
                    forks * (SECONDS_AROUND_A_FORK + iterationSeconds));
        }
    }
}
