package dev.lanes.worker;

import dev.lanes.event.Fit;
import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.stats.Amdahl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Amdahl's law on everything that ran with several numbers of workers.
final class Fits {
    private Fits() {}

    /// One for each variant and pool among the cases, in their order.
    ///
    /// @param cores how many workers can have a core of their own
    static List<Fit> of(List<Plan.Case> cases, Map<String, Score> scores, int cores) {
        Map<Line, List<Amdahl.Point>> lines = new LinkedHashMap<>();
        for (Plan.Case one : cases) {
            if (one.pool() != Plan.Pool.SEQUENTIAL) {
                lines.computeIfAbsent(new Line(one.variant(), one.pool()), line -> new ArrayList<>())
                        .add(new Amdahl.Point(one.workers(), scores.get(one.key())));
            }
        }
        return lines.entrySet().stream()
                .map(line -> Amdahl.fit(line.getKey().variant(), line.getKey().pool(), line.getValue(), cores))
                .toList();
    }

    private record Line(String variant, Plan.Pool pool) {}
}
