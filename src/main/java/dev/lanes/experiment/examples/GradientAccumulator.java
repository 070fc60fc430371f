package dev.lanes.experiment.examples;

import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Addition;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Asks;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;
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
                Every task draws a gradient of 100 by 50 numbers from a generator of \
                its own, seeded with the number of the sample, and then adds it to one \
                shared sum. Drawing 5,000 random numbers takes far longer than adding \
                them, and only the adding is inside the lock: a worker holds it for a \
                small part of its task and seldom finds it taken. Where a lock stands \
                matters more than that there is one. Which sample is added first is \
                left to chance; the sums are then rounded in another order, and they \
                agree closely but not to the last bit.

                The guide has four workers add up sixteen samples and shows that the \
                sums are right; it promises no speed. Python's interpreter lock lets \
                one thread at a time draw and add, so there is little for it to gain. \
                Java has no such lock around the drawing, and with cores to spare a \
                gain is to be expected here. What it would be with all of the work \
                inside the lock, the experiment with the four ways to add up shows.""",
        claim = @Claim(
                text = "Workers that share an accumulator get the sums right, no faster.",
                guideFigure = "gives no figure: the same sums, whatever the order",
                effect = Effect.NO_GAIN,
                variant = "oneLock",
                asks = Asks.NO_FASTER),
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
