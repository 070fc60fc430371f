package dev.lanes.experiment.vectorisation;

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
import dev.lanes.kernel.elementwise.Relu;
import dev.lanes.kernel.elementwise.VectorRelu;
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

/// The rectifier of a neural network: a branch for every number, or none at all.
@Experiment(
        id = "relu",
        section = Section.VECTORISATION,
        title = "Branch or maximum",
        question = "What does a decision for every number cost?",
        explanation = """
                A processor works far ahead, so it guesses each decision; a wrong \
                guess throws away the work of some fifteen to thirty cycles. Of random \
                signs half are guessed wrong, of sorted ones hardly any. A maximum \
                leaves nothing to guess and suits lanes. Ten thousand signs, the same \
                in every call, are learned by heart: try it.""",
        claim = @Claim(
                text = "A maximum over lanes is faster than a branch per number.",
                guideFigure = "gives no figure: vectorise what is done to every number",
                effect = Effect.HELPS,
                variant = "vectorApi",
                plain = "mathMax",
                steps = {"ifAndElse", "mathMax", "vectorApi"}),
        reasons = {
            @GuessReason(cause = Cause.ORDER, text = "a maximum leaves nothing to guess"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction decides for many numbers"),
            @GuessReason(
                    cause = Cause.NO_LANES,
                    text = "a maximum needs no lanes to be fast"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "memory cannot deliver the numbers faster")
        },
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Rectifier {
    private static final int SORTED = 1;

    @Param("1000000")
    @Range(label = "Numbers", min = 1_000, max = 10_000_000, scale = Scale.LOG10)
    public int count;

    @Param("0")
    @Range(label = "Order of the numbers", min = 0, max = SORTED,
            choices = {"random", "sorted"})
    public int order;

    private float[] numbers;
    private float[] rectified;

    /// A comparison for every number, which is read once and written once.
    @UsefulWork
    public static Work work(long count, long order) {
        return Work.once(count, 8.0 * count).oneAtATime();
    }

    @Setup
    public void fill() {
        // Half of them negative. In random order nothing can predict which, unless there
        // are so few that a processor remembers them from the last call.
        numbers = SeededInputs.uniform(SeededInputs.random(), count, -1, 1);
        if (order == SORTED) {
            Arrays.sort(numbers);
        }
        rectified = new float[count];
    }

    @Benchmark
    @Variant(label = "If and else", baseline = true, note = "A decision per number.")
    public float[] ifAndElse() {
        Relu.byBranch(numbers, rectified);
        return rectified;
    }

    @Benchmark
    @Variant(label = "Math.max", note = "No decision; the JIT may vectorise it.")
    public float[] mathMax() {
        Relu.byMaximum(numbers, rectified);
        return rectified;
    }

    @Benchmark
    @Variant(label = "Vector API", note = "No decision, and lanes for sure.")
    public float[] vectorApi() {
        VectorRelu.byMaximum(numbers, rectified);
        return rectified;
    }
}
