package dev.lanes.trust;

import dev.lanes.event.EffortLevel;
import java.util.List;

/// How much the cross-checks measure.
///
/// @param jmhArguments for JMH's command line; none are its defaults
/// @param size of the matrices
/// @param repeats of the same run
/// @param pairs of a watched and an unwatched run
record Scale(EffortLevel effort, List<String> jmhArguments, int size, int repeats, int watchers, int pairs) {
    /// What `docs/trust.md` is made of.
    static final Scale FULL = new Scale(EffortLevel.STANDARD, List.of(), 520, 10, 50, 3);

    /// Enough to see that the checks work; its figures mean nothing.
    static final Scale TINY = new Scale(
            EffortLevel.QUICK, List.of("-f", "1", "-wi", "2", "-i", "3", "-w", "100ms", "-r", "100ms"), 512, 2, 5, 1);
}
