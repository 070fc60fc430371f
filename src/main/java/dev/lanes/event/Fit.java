package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// What Amdahl's law says of one variant on one pool, or why it says nothing.
///
/// @param serialShare the share of the one-worker time that more workers do not shorten, 0 to 1; null where refused
/// @param oneWorkerNs the time of an operation with one worker, as the fitted curve has it; null where refused
/// @param workers the worker counts that the curve was fitted to; empty where refused
/// @param refusal why no curve was fitted, in a sentence; null where one was
public record Fit(
        String variant,
        Plan.Pool pool,
        Share serialShare,
        Double oneWorkerNs,
        List<Integer> workers,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refusal) {

    /// A share with its 95 % interval, all between 0 and 1.
    public record Share(double value, double low, double high) {}

    public static Fit of(String variant, Plan.Pool pool, Share serialShare, double oneWorkerNs, List<Integer> workers) {
        return new Fit(variant, pool, serialShare, oneWorkerNs, workers, null);
    }

    public static Fit refused(String variant, Plan.Pool pool, String refusal) {
        return new Fit(variant, pool, null, null, List.of(), refusal);
    }
}
