package dev.lanes.experiment.mistakes;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.CallsBefore;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.Dot;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
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
        question = "What does a stopwatch show if it is started too early?",
        explanation = """
                All variants but the last run the same code; only what came before \
                differs. The JVM interprets a method at first, then compiles it, later \
                better (HotSpot of JDK 25). The last variant computes a thousand times \
                and uses no result: the compiler may delete the loop, and the check \
                does not notice, as the right number is already there.""",
        claim = @Claim(
                text = "A first call takes far longer than calls in a steady state.",
                guideFigure = "gives no figure; measure, always",
                effect = Effect.HURTS,
                variant = "firstCall",
                atMost = 0.2,
                notBest = "resultsDropped",
                steps = {
                    "firstCall", "afterTenCalls", "afterThousandCalls",
                    "afterHundredThousandCalls"
                }),
        reasons = {
            @GuessReason(cause = Cause.COMPILER, text = "the code is not compiled yet"),
            @GuessReason(cause = Cause.MEMORY, text = "the data are not in a cache yet"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "the processor has yet to learn the branches"),
            @GuessReason(cause = Cause.OBJECTS, text = "the first call makes objects")
        },
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

    /// As many as the variant says, and nothing else before the timed call.
    @Setup(Level.Iteration)
    public void callBefore(CallsBefore calls) {
        calls.make(() -> Dot.oneSum(left, right));
    }

    @Benchmark
    @Variant(label = "Steady state", baseline = true,
            note = "The mean of many calls, once all is compiled: how JMH measures.")
    public float steadyState() {
        return Dot.oneSum(left, right);
    }

    @Benchmark
    @Variant(label = "After 100,000 calls", execution = Execution.FROM_COLD,
            callsBefore = 100_000, note = "Compiled as well, and still a single timing.")
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
            note = "Busy enough for the JIT to have noticed.")
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
            note = "Wrong: the compiler may delete a result that nobody reads.")
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
