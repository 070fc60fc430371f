package dev.lanes.experiment.habits;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Standardise;
import dev.lanes.kernel.elementwise.VectorElementwise;
import dev.lanes.kernel.elementwise.VectorStandardise;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.UsefulWork;
import dev.lanes.lab.Variant;
import dev.lanes.lab.Work;
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
        question = "What do array operations cost that each go through all the numbers?",
        explanation = """
                To normalise, subtract the mean of the numbers and divide by their \
                standard deviation; both are known beforehand here. Dividing takes a \
                processor several times as long as multiplying, and the deviation never \
                changes, so the second loop divides once and multiplies from then on. \
                The JIT may not do this by itself, because the last bit of a result can \
                differ. It does turn both loops into vector code: they are so simple \
                that there is little left for the Vector API to gain.

                An array library does one operation at a time. It subtracts from all \
                the numbers, keeps the differences in an array of their own, and goes \
                through that array to divide: twice the reading and writing. The fused \
                variant does both steps while a number is in a register. The more \
                numbers there are, the further away the differences have gone by the \
                time the second pass asks for them. Compare the last two variants with \
                each other.

                The guide recommends array operations over manual loops, which in \
                Python is a matter of compiled code against interpreted code. In Java \
                both are compiled; what counts is how often the numbers come and go.""",
        claim = @Claim(
                text = "One pass over the lanes is faster than a loop that divides.",
                guideFigure = "gives no figure: always use vectorised operations",
                effect = Effect.HELPS,
                variant = "fused"),
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
    @Variant(label = "Loop with division", baseline = true,
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
    @Variant(label = "Vector API, an operation at a time",
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
