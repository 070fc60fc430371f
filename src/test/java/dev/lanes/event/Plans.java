package dev.lanes.event;

import java.util.List;
import java.util.Map;

/// Plans of which a test says no more than it is about.
public final class Plans {
    private Plans() {}

    /// A plan with the usual heap, on a machine whose ceilings are not known.
    public static Plan plan(
            String experiment, Map<String, String> params, List<Plan.Case> cases, Plan.Effort effort, long seed) {
        return new Plan(experiment, params, cases, effort, seed, Plan.USUAL_HEAP_BYTES, null, null, List.of(), null, false);
    }

    /// A case that runs by the JIT's code.
    public static Plan.Case compiled(String key, String variant, String method, Plan.Pool pool, int workers) {
        return running(key, variant, method, pool, workers, Plan.Execution.COMPILED, 0);
    }

    /// A case whose work is not counted.
    public static Plan.Case running(
            String key, String variant, String method, Plan.Pool pool, int workers, Plan.Execution execution,
            int callsBefore) {
        return new Plan.Case(key, variant, method, pool, workers, execution, callsBefore, null, false, null, false);
    }
}
