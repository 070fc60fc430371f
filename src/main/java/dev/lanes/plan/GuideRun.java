package dev.lanes.plan;

import dev.lanes.event.Plan;
import java.util.List;

/// The part of an experiment that a run of the whole guide measures at quick effort: every variant that can run here,
/// on both pools, with no more worker counts than the claim is about.
///
/// @param variants ids
/// @param pools empty where the experiment has none
/// @param workers empty where the experiment has no pools
/// @param seconds the most it takes
public record GuideRun(List<String> variants, List<Plan.Pool> pools, List<Integer> workers, double seconds) {}
