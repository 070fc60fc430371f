package dev.lanes.experiment.mistakes;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.Dot;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Execution;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One dot product, timed too early and timed not at all.
@Experiment(
        id = "not-measuring",
        section = Section.MISTAKES,
        title = "Timing it once",
        question = "What does a stopwatch show that was started too early?",
        explanation = """
                Java starts every method in an interpreter, counts its calls and the \
                turns of its loops, compiles what is busy in a hurry, and later again \
                with care. So the first call is many times slower than the hundred \
                thousandth, and how slow the tenth is depends on how far the compiler \
                has come. All variants but the last run the very same code; only the \
                number of calls before differs, each in a new JVM. Whoever times a \
                single call measures the JVM's start, and whoever compares two ways \
                like that compares which came first.

                The last variant shows the opposite mistake. It computes the dot \
                product a thousand times and uses none of the results, so a good \
                compiler may leave the work out, and then all thousand seem to take \
                less time than one. The check cannot tell: the right number was there \
                all along. Return what you compute, or you may be timing an empty \
                loop; this is why every variant of this guide returns its output.

                In Python there is no such compiler and the first call is nearly as \
                fast as the last, apart from caches; NumPy's own code was compiled \
                long before. Measuring matters there as well, but a single look \
                misleads less.""",
        claim = @Claim(
                text = "The first call takes far longer than a call after warm-up.",
                guideFigure = "gives no figure: always measure",
                effect = Effect.HURTS,
                variant = "firstCall",
                atMost = 0.2,
                notBest = "resultsDropped",
                steps = {
                    "firstCall", "afterTenCalls", "afterThousandCalls",
                    "afterHundredThousandCalls"
                }),
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NotMeasuring {
    @Param("16384")
    @Range(label = "Numbers", min = 1_024, max = 32_768, scale = Scale.LOG2)
    public int count;

    private float[] left;
    private float[] right;
    private float known;

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, count, 0, 1);
        right = SeededInputs.uniform(random, count, 0, 1);
        // Not by Dot, which is to be cold when the first call is timed.
        float sum = 0;
        for (int at = 0; at < count; at++) {
            sum += left[at] * right[at];
        }
        known = sum;
    }

    @Benchmark
    @Variant(label = "After 100,000 calls", baseline = true,
            execution = Execution.FROM_COLD, callsBefore = 100_000,
            note = "Compiled as well as it ever will be.")
    public float afterHundredThousandCalls() {
        return Dot.oneSum(left, right);
    }

    @Benchmark
    @Variant(label = "First call", execution = Execution.FROM_COLD,
            note = "The class is loaded, and its code interpreted.")
    public float firstCall() {
        return Dot.oneSum(left, right);
    }

    @Benchmark
    @Variant(label = "After 10 calls", execution = Execution.FROM_COLD, callsBefore = 10,
            note = "Busy enough to have been noticed.")
    public float afterTenCalls() {
        return Dot.oneSum(left, right);
    }

    @Benchmark
    @Variant(label = "After 1,000 calls", execution = Execution.FROM_COLD,
            callsBefore = 1_000, note = "Compiled, perhaps not yet for the last time.")
    public float afterThousandCalls() {
        return Dot.oneSum(left, right);
    }

    @Benchmark
    @Variant(label = "1,000 times, results dropped",
            note = "Wrong: the compiler may delete what nobody reads.")
    public float resultsDropped() {
        for (int repeat = 0; repeat < 1_000; repeat++) {
            // Dot's loop, written out here: the compiler deletes only what it can see,
            // and it might not look into a call.
            float sum = 0;
            for (int at = 0; at < left.length; at++) {
                // Wrong: nobody reads the sum, so nothing has to be added up.
                sum += left[at] * right[at];
            }
        }
        return known;
    }
}
