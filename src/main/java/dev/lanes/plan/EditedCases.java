package dev.lanes.plan;

import dev.lanes.event.Plan;
import dev.lanes.event.edit.Edited;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A planned run with the cases of an edit beside those of the original, or in their place.
public final class EditedCases {
    private EditedCases() {}

    /// Every case that the edit touches is measured twice, original and edit, before all others.
    ///
    /// @param touched whether the edit changes what the variant with that id runs
    /// @throws RefusedRequestException if it is a sweep, or measures nothing that the edit touches
    public static PlannedRun beside(PlannedRun planned, Edited edited, Predicate<String> touched) {
        if (planned.settings().sweep() != null) {
            throw RequestCheck.refused("sweep", "A sweep cannot measure an edit; leave out sweep or edits.");
        }
        checkTouched(planned, touched);
        List<Plan.Case> all = planned.plan().cases().stream()
                .flatMap(one -> touched.test(one.variant())
                        ? Stream.of(one.ofClaim(true), one.ofEdit().ofClaim(true))
                        : Stream.of(one.ofClaim(false)))
                .toList();
        return new PlannedRun(planned.settings(), planned.plan().edited(edited, all));
    }

    /// The edit's case alone, for a look into its code.
    public static PlannedRun instead(PlannedRun planned, Edited edited, Predicate<String> touched) {
        checkTouched(planned, touched);
        List<Plan.Case> all = planned.plan().cases().stream().map(Plan.Case::ofEdit).toList();
        return new PlannedRun(planned.settings(), planned.plan().edited(edited, all));
    }

    private static void checkTouched(PlannedRun planned, Predicate<String> touched) {
        if (planned.plan().cases().stream().map(Plan.Case::variant).noneMatch(touched)) {
            throw RequestCheck.refused("edits", "None of the variants measured runs an edited file: %s.".formatted(
                    RequestCheck.listed(planned.settings().variants())));
        }
    }
}
