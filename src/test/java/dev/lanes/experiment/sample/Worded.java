package dev.lanes.experiment.sample;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.WorkingSet;
import dev.lanes.experiment.Pooled;
import org.openjdk.jmh.annotations.Param;

/// An experiment for tests that uses the rarer words.
@Experiment(
        id = "worded",
        section = Section.STRATEGY,
        title = "Worded",
        question = "Is every word understood?",
        explanation = "Nothing is measured here.",
        claim = @Claim(
                text = "A crowd is slower.", guideFigure = "none", effect = Effect.HURTS, variant = "crowd",
                workers = 64, againstCores = true),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 64})
public class Worded {
    @Param("1")
    @Range(label = "Kind", min = 0, max = 1, choices = {"waiting", "busy"})
    public int kind;

    @Param("16")
    @Range(label = "Size", unit = "MB", min = 1, max = 8192)
    public int megabytes;

    @WorkingSet
    public static long bytes(long kind, long megabytes) {
        return kind * megabytes << 20;
    }

    @Variant(label = "Interpreted", baseline = true, execution = Execution.INTERPRETED)
    public int interpreted() {
        return 1;
    }

    @Variant(label = "Compiled", yardstick = true)
    public int compiled() {
        return 1;
    }

    @Variant(label = "First call", execution = Execution.FROM_COLD)
    public int firstCall() {
        return 1;
    }

    @Variant(label = "After ten calls", execution = Execution.FROM_COLD, callsBefore = 10)
    public int afterTenCalls() {
        return 1;
    }

    @Variant(label = "Wide", vectorBits = 512)
    public int wide() {
        return 1;
    }

    @Variant(label = "Library", needsBlas = true, ownThreads = true)
    public int library() {
        return 1;
    }

    @Variant(label = "Crowd")
    public int crowd(Pooled pool) {
        return 1;
    }
}
