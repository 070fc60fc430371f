package dev.lanes.bench;

import java.util.Map;

/// One of two benchmarks that are held against each other.
///
/// @param benchmark class and method
/// @param params values of its JMH parameters
/// @param work of one call, in the unit of the row per nanosecond: floating-point operations or bytes
record Side(String benchmark, Map<String, String> params, double work) {

    /// The rate at which it works when a call takes so long: operations or bytes per nanosecond are GFLOP/s and GB/s.
    double rate(double nanosPerCall) {
        return work / nanosPerCall;
    }
}
