package dev.lanes.experiment.examples;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Addition;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Random gradients, drawn outside a lock and added up inside it.
@Experiment(
        id = "gradient-accumulator",
        section = Section.WORKED_EXAMPLES,
        title = "A shared accumulator",
        question = "Does a lock around a shared sum undo what the workers gain?",
        explanation = """
                Every task draws 5,000 random numbers, seeded with the sample's \
                number, and adds them to one shared sum. Drawing takes far longer than \
                adding, and only the adding needs the lock, so workers seldom wait for \
                it: where the lock stands matters more than that there is one. Another \
                order of adding rounds differently, so sums agree only closely.""",
        claim = @Claim(
                text =
                        "Workers that share an accumulator get the right sums, and sooner.",
                guideFigure = "gives no figure; it compares both times and the sums",
                effect = Effect.HELPS,
                variant = "oneLock"),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "several cores draw the random numbers"),
            @GuessReason(
                    cause = Cause.LOCK,
                    text = "workers wait for the lock around the sum"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "a task costs more than its sample"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GradientAccumulator {
    private static final int LENGTH = 100 * 50;
    private static final double SPREAD = 0.01;

    @Param("16")
    @Range(label = "Batch", unit = "samples", min = 1, max = 256, scale = Scale.LOG2)
    public int samples;

    private float[][] gradients;
    private float[] accumulated;
    private final Object lock = new Object();

    @Setup
    public void fill() {
        gradients = new float[samples][LENGTH];
        accumulated = new float[LENGTH];
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One sample after another.")
    public float[] sequential() {
        Arrays.fill(accumulated, 0);
        for (int sample = 0; sample < samples; sample++) {
            draw(sample);
            Addition.add(accumulated, gradients[sample], accumulated);
        }
        return accumulated;
    }

    @Benchmark
    @Variant(label = "One lock", note = "Drawn side by side, added one at a time.")
    public float[] oneLock(Pooled pool) {
        Arrays.fill(accumulated, 0);
        pool.forEach(samples, sample -> {
            draw(sample);
            // Short: the lock is held for the adding and not for the drawing.
            synchronized (lock) {
                Addition.add(accumulated, gradients[sample], accumulated);
            }
        });
        return accumulated;
    }

    /// Draws the gradient of a sample anew: the same for the same sample, whoever draws.
    private void draw(int sample) {
        SeededInputs.fillNormal(SeededInputs.random(sample), gradients[sample], SPREAD);
    }
}
