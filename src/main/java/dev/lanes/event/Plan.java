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

    /// How much to measure: `forks` JVMs for every case, in each of them warm-up and then measured iterations of
    /// `iterationMillis` milliseconds.
    public record Effort(int forks, int warmupIterations, int measureIterations, int iterationMillis) {
        /// What starting, setting up, checking and ending a fork costs besides its iterations, about.
        private static final double SECONDS_AROUND_A_FORK = 0.8;

        /// Iterations of one fork, warm-up included.
        public int iterations() {
            return warmupIterations + measureIterations;
        }

        /// What all forks of one case take, before any has shown its own pace.
        public double secondsPerCase() {
            return forks * (SECONDS_AROUND_A_FORK + iterations() * iterationMillis / 1e3);
        }
    }
}
