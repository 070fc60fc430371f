package dev.lanes.worker.fork;

import dev.lanes.event.Operation;
import dev.lanes.stats.ForkSamples;
import dev.lanes.worker.check.Comparison;
import java.util.Map;
import java.util.Optional;

/// What one fork measured.
///
/// @param samples its iterations, warm-up included
/// @param comparison the output against the baseline's, taken in the fork after the last iteration
/// @param figures what else the experiment told in further calls, by the name of its method
/// @param watched what its workers did during one operation; empty where nobody watched
public record ForkResult(
        ForkSamples samples, Optional<Comparison> comparison, Map<String, Double> figures,
        Optional<Operation> watched) {}
