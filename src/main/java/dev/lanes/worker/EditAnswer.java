package dev.lanes.worker;

import dev.lanes.annotation.Agreement;
import dev.lanes.event.Plan;
import dev.lanes.event.Speedup;
import dev.lanes.event.edit.Edited;
import dev.lanes.stats.verdict.SpeedupWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What came of an edit, as a sentence for each of its cases.
///
/// @param failures sentences on the cases that ended badly, by key
record EditAnswer(Claimed claimed, Results results, Map<String, String> failures) {
    private static final int MOST_CASES = 4;

    /// Null if nothing was edited.
    String text() {
        List<Plan.Case> edits = results.cases().stream().filter(Plan.Case::edited).toList();
        if (edits.size() <= 1) {
            return edits.stream().map(one -> sentence("Your edit", one)).findFirst().orElse(null);
        }
        String told = edits.stream().limit(MOST_CASES)
                .map(one -> sentence("Your edit of " + ClaimCases.name(claimed, one), one))
                .collect(Collectors.joining(" "));
        return edits.size() <= MOST_CASES ? told : told + " Others: %s cases.".formatted(edits.size() - MOST_CASES);
    }

    /// Whether the speedup can be told, or it cannot be measured.
    boolean isClear(Plan.Case one) {
        return failures.containsKey(one.key())
                || results.overOriginal(one).filter(SpeedupWords::clear).isPresent();
    }

    private String sentence(String name, Plan.Case one) {
        if (failures.containsKey(one.key())) {
            return name + " was not measured to its end: " + failures.get(one.key());
        }
        Optional<Speedup> speedup = results.overOriginal(one);
        if (speedup.isEmpty()) {
            return name + " was not measured beside the original.";
        }
        boolean counts = claimed.check().value() == Agreement.COUNT;
        String ratio = isDoubtful(one) ? SpeedupWords.tooUncertain(speedup.get()) : SpeedupWords.of(speedup.get());
        return results.check(one)
                .map(check -> check.correct()
                        ? "%s: %s, %s.".formatted(name, ratio, counts ? check.check().text() : "results agree")
                        : "%s computes something else: %s. It is %s.".formatted(name, check.check().text(), ratio))
                .orElse("%s: %s.".formatted(name, ratio));
    }

    /// Whether the light of the edit or of its original is red.
    private boolean isDoubtful(Plan.Case one) {
        return results.cases().stream()
                .filter(other -> other.equals(one) || other.key().equals(Edited.original(one.key())))
                .anyMatch(results::doubtful);
    }
}
