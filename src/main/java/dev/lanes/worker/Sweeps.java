package dev.lanes.worker;

import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.Swept;
import dev.lanes.stats.BreakEvens;
import dev.lanes.stats.verdict.SpeedupWords;
import dev.lanes.stats.verdict.SweepWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sweep found out: each case beside the one that the claim's is quoted against, value by value.
record Sweeps(Plan plan, Results results, ClaimCases cases, Range range) {
    /// Null if the plan is none of a sweep, or too little was measured to compare.
    static Swept of(Plan plan, Claimed claimed, Results results, int cores) {
        return plan.swept() == null
                ? null
                : new Sweeps(plan, results, new ClaimCases(claimed, results, cores), claimed.range(plan.swept()))
                        .swept();
    }

    private Swept swept() {
        Optional<Plan.Case> subject = cases.subject();
        Optional<Plan.Case> reference = subject.map(cases::reference).flatMap(cases::quotable);
        if (reference.isEmpty()) {
            return null;
        }
        String other = Run.Sweep.line(reference.get().key());
        String claims = Run.Sweep.line(subject.get().key());
        Map<String, List<Plan.Case>> lines = new LinkedHashMap<>();
        lines.put(claims, new ArrayList<>());
        plan.cases().forEach(one ->
                lines.computeIfAbsent(Run.Sweep.line(one.key()), key -> new ArrayList<>()).add(one));
        List<Plan.Case> references = lines.remove(other);
        lines.values().removeIf(own -> own.size() < references.size());
        return new Swept(plan.swept(), lines.entrySet().stream()
                .map(line -> line(line.getKey(), line.getValue(), other, references))
                .toList());
    }

    private Swept.Line line(String key, List<Plan.Case> own, String other, List<Plan.Case> references) {
        List<Swept.Point> points = new ArrayList<>();
        List<Swept.Point> trusted = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            Plan.Case one = own.get(at);
            Plan.Case reference = references.get(at);
            results.speedup(reference, one).ifPresent(speedup -> {
                Swept.Point point = new Swept.Point(one.at(), speedup);
                points.add(point);
                if (!results.doubtful(one) && !results.doubtful(reference)) {
                    trusted.add(point);
                }
            });
        }
        List<Swept.BreakEven> breakEvens = BreakEvens.of(
                trusted, range.choices().length == 0 && range.scale() != Scale.LINEAR, SpeedupWords.NEGLIGIBLE);
        SweepWords words = new SweepWords(
                cases.name(own.getFirst()), cases.name(references.getFirst()), range.label(), range.unit(), range.min(),
                List.of(range.choices()));
        return new Swept.Line(
                key, cases.name(own.getFirst()), other, points, breakEvens, words.sentence(trusted, breakEvens));
    }
}
