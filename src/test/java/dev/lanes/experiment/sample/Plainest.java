package dev.lanes.experiment.sample;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;

/// An experiment for tests, without pools, parameters or a guide's ratio.
@Experiment(
        id = "plainest",
        section = Section.VECTORISATION,
        title = "Plainest",
        question = "Is less enough?",
        explanation = "Nothing is measured here.",
        claim = @Claim(text = "It hurts.", guideFigure = "none", effect = Effect.HURTS, variant = "other"),
        check = @Check(Agreement.EQUAL))
public class Plainest {
    @Variant(label = "Base", baseline = true)
    public int base() {
        return 1;
    }

    @Variant(label = "Other")
    public int other() {
        return 1;
    }
}
