package dev.lanes.experiment.habits;

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
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Standardise;
import dev.lanes.kernel.elementwise.VectorElementwise;
import dev.lanes.kernel.elementwise.VectorStandardise;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Two steps of arithmetic for each of many numbers, in one pass or in two.
@Experiment(
        id = "normalise",
        section = Section.DO_AND_DO_NOT,
        title = "Normalise an array",
        question =
                "What does it cost if every array operation goes through all the numbers?",
        explanation = """
                An array library subtracts from all numbers, keeps the differences, \
                and goes through those to divide: twice the reading and writing. \
                Fused, both steps happen while a number is in a register. Multiplying \
                by the reciprocal saves a division per number; the JIT may not do that \
                by itself, since last digits can differ, but it vectorises both loops.""",
        claim = @Claim(
                text = "One pass over the numbers is faster than one per operation.",
                guideFigure = "gives no figure: always use vectorised operations",
                effect = Effect.HELPS,
                variant = "fused"),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "it goes through memory once and not twice"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "it divides once and then multiplies"),
            @GuessReason(cause = Cause.LANES, text = "only the fused loop uses lanes"),
            @GuessReason(
                    cause = Cause.OBJECTS,
                    text = "it makes no array for the differences")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-6))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Normalise {
    @Param("1000000")
    @Range(label = "Numbers", min = 1_000, max = 10_000_000, scale = Scale.LOG10)
    public int count;

    private float[] numbers;
    private float[] differences;
    private float[] distances;
    private float mean;
    private float deviation;

    /// A subtraction and a multiplication for every number, which is read once and
    /// written once.
    @UsefulWork
    public static Work work(long count) {
        return Work.once(2.0 * count, 8.0 * count);
    }

    @Setup
    public void fill() {
        numbers = SeededInputs.uniform(SeededInputs.random(), count, 0, 255);
        // Right behind the numbers: with the differences between them, a million numbers
        // later, loads would wait for stores whose last twelve address bits are the same.
        distances = new float[count];
        differences = new float[count];
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (double) number * number;
        }
        mean = (float) (sum / count);
        deviation = (float) Math.sqrt(squares / count - (sum / count) * (sum / count));
    }

    @Benchmark
    @Variant(label = "Loop with division",
            note = "As in the formula: a division for every number.")
    public float[] division() {
        Standardise.byDivision(numbers, mean, deviation, distances);
        return distances;
    }

    @Benchmark
    @Variant(label = "Loop with reciprocal", note = "One division in all.")
    public float[] reciprocal() {
        Standardise.byReciprocal(numbers, mean, deviation, distances);
        return distances;
    }

    @Benchmark
    @Variant(label = "Vector API, an operation at a time", baseline = true,
            note = "Two passes with an array between them, as array libraries do it.")
    public float[] operations() {
        VectorElementwise.add(numbers, -mean, differences, 0, count);
        // Slow where there are many: the first differences have left the near caches.
        VectorElementwise.divide(differences, deviation, distances, 0, count);
        return distances;
    }

    @Benchmark
    @Variant(label = "Vector API, fused", note = "One pass, one division in all.")
    public float[] fused() {
        VectorStandardise.byReciprocal(numbers, mean, deviation, distances);
        return distances;
    }
}
