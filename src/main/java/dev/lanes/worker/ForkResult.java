package dev.lanes.worker;

import dev.lanes.stats.ForkSamples;
import java.util.Optional;

/// What one fork measured.
///
/// @param samples its iterations, warm-up included
/// @param comparison the output against the baseline's, taken in the fork after the last iteration
record ForkResult(ForkSamples samples, Optional<Comparison> comparison) {}
