package dev.lanes.stats;

import java.util.Map;

/// One JMH iteration, and what the fork noted about it.
///
/// @param warmup whether it was planned as warm-up
/// @param nsPerOp mean time of an operation
/// @param facts what is known besides
public record Iteration(boolean warmup, double nsPerOp, Map<Fact, Double> facts) {

    public Iteration {
        facts = Map.copyOf(facts);
    }

    /// The fact, or NaN where it is not known.
    public double fact(Fact fact) {
        return facts.getOrDefault(fact, Double.NaN);
    }
}
