package dev.lanes.experiment.sample;

import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;

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
