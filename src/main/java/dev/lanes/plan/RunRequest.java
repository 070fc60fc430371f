package dev.lanes.plan;

import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.edit.Edit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a visitor asks for, as it came: nothing is checked, and null stands for what was left out.
///
/// @param experiment null only beside `continues`
/// @param params empty if it was left out
/// @param continues the id of the run that this one goes on from
/// @param machine the kind of machine to measure on
/// @param edits files that the visitor has changed; null if there are none
/// @param editVariant the only variant to measure with the edit; null for all that it touches
/// @param before true to measure what was compiled before the last hot reload against what there is now
public record RunRequest(
        String experiment,
        Map<String, BigDecimal> params,
        List<String> variants,
        List<String> pools,
        List<BigDecimal> workers,
        String effort,
        Sweep sweep,
        String continues,
        String machine,
        List<Edit> edits,
        String editVariant,
        Boolean before) {

    /// One parameter at several values, and keys of cases to measure there besides those of the claim.
    public record Sweep(String param, List<BigDecimal> values, List<String> also) {}

    public RunRequest {
        params = params == null ? Map.of() : params;
    }

    /// A checked request, to be checked again.
    static RunRequest again(Run.Request checked) {
        Map<String, BigDecimal> params = new LinkedHashMap<>();
        checked.params().forEach((name, value) -> params.put(name, BigDecimal.valueOf(value)));
        Run.Sweep swept = checked.sweep();
        return new RunRequest(
                checked.experiment(), params, checked.variants(),
                checked.pools().stream().map(Plan.Pool::id).toList(),
                checked.workers().stream().map(BigDecimal::valueOf).toList(), checked.effort().id(),
                swept == null
                        ? null
                        : new Sweep(
                                swept.param(), swept.values().stream().map(BigDecimal::valueOf).toList(), swept.also()),
                checked.continues(), checked.machine(), null, null, null);
    }

    /// The same request of that experiment.
    RunRequest of(String id) {
        return new RunRequest(
                id, params, variants, pools, workers, effort, sweep, continues, machine, edits, editVariant, before);
    }

    /// The same request on that kind of machine.
    RunRequest on(String kind) {
        return new RunRequest(
                experiment, params, variants, pools, workers, effort, sweep, continues, kind, edits, editVariant,
                before);
    }
}
