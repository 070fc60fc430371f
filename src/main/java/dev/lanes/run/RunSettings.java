package dev.lanes.run;

import dev.lanes.event.Plan;
import java.util.List;
import java.util.Map;

/// A checked request with every default filled in.
///
/// @param params every parameter of the experiment, in its order
/// @param variants ids, in the experiment's order
/// @param pools empty where the experiment has none
/// @param workers ascending; empty where the experiment has no pools
public record RunSettings(
        String experiment,
        Map<String, Long> params,
        List<String> variants,
        List<Plan.Pool> pools,
        List<Integer> workers,
        EffortLevel effort) {}
