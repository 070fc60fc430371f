package dev.lanes.trust;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Two variants with the same code. Not in a package of experiments, so that no visitor sees it.
@Experiment(
        id = "twins",
        section = Section.WHY_PARALLELISM,
        title = "Twins",
        question = "Is a method faster than itself?",
        explanation = "For the cross-checks.",
        claim = @Claim(
                text = "It is not.", guideFigure = "1x", guideSpeedup = 1, effect = Effect.NO_GAIN, variant = "second"),
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
public class Twins {
    private final float[] numbers = new float[10_000];

    @Benchmark
    @Variant(label = "First", baseline = true)
    public float first() {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Benchmark
    @Variant(label = "Second")
    public float second() {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }
}
