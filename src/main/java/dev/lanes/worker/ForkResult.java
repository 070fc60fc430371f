package dev.lanes.worker;

import java.util.Optional;

/// What one fork measured.
///
/// @param nsPerOp measured iterations, in ns per operation
/// @param comparison the output against the baseline's, taken in the fork after the last iteration
record ForkResult(double[] nsPerOp, Optional<Comparison> comparison) {}
