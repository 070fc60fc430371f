package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import java.util.List;

/// The cases that a sweep measures at every value: those that the claim is about, and what was asked for besides.
final class SweepCases {
    private SweepCases() {}

    /// @param marked the cases of the settings, those marked that the claim is about or compares with
    /// @throws RefusedRequestException if there is nothing to compare, or something asked for is not among them
    static List<Plan.Case> of(ExperimentCard experiment, Run.Sweep sweep, List<Plan.Case> marked) {
        List<String> keys = marked.stream().map(Plan.Case::key).toList();
        for (String key : sweep.also()) {
            if (!keys.contains(key)) {
                throw RequestCheck.refused("sweep.also", "sweep.also may hold %s, not %s.".formatted(
                        RequestCheck.listed(keys), RequestCheck.shown(key)));
            }
        }
        List<Plan.Case> lines = marked.stream()
                .filter(one -> one.ofClaim() && (about(experiment, one) || !experiment.claim().againstCores())
                        || sweep.also().contains(one.key()))
                .toList();
        boolean pair = lines.stream().anyMatch(one -> about(experiment, one))
                && lines.stream().filter(Plan.Case::ofClaim).count() > 1;
        if (!pair) {
            throw RequestCheck.refused("variants", "A sweep compares %s with %s; choose both.".formatted(
                    experiment.claim().variant(), reference(experiment)));
        }
        return lines;
    }

    /// Whether it is measured at every value, and not at the parameter's own alone: an interpreted case is slow, and
    /// its compiled counterpart tells more.
    static boolean everywhere(Plan.Case one) {
        return one.execution() != Plan.Execution.INTERPRETED;
    }

    private static boolean about(ExperimentCard experiment, Plan.Case one) {
        return one.variant().equals(experiment.claim().variant());
    }

    private static String reference(ExperimentCard experiment) {
        return experiment.claim().againstCores() ? "the same on as many workers as there are cores"
                : experiment.claim().against() != null ? experiment.claim().against()
                : experiment.yardstick().orElse(experiment.baseline()).id();
    }
}
