package dev.lanes.experiment.vectorisation;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Relu;
import dev.lanes.kernel.elementwise.VectorRelu;
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

/// The rectifier of a neural network: a branch for every number, or none at all.
@Experiment(
        id = "relu",
        section = Section.VECTORISATION,
        title = "Branch or maximum",
        question = "What does a decision for every number cost?",
        explanation = """
                A rectifier makes negative numbers zero. Written as a decision, it \
                sends the processor one way or the other, and a processor works so far \
                ahead that it has to guess which. Half of these numbers are negative, \
                in no order, so about half of the guesses are wrong, and each wrong \
                one throws away the work of some fifteen to twenty cycles. Written as \
                the larger one of the number and zero, there is nothing to guess, and \
                a register full of numbers can be treated at once. The JIT knows this \
                for Math.max and uses lanes where the processor has instructions for \
                it; the Vector API asks for them outright, and may be no faster then.

                NumPy's maximum is such a loop over lanes too. Its rival in Python is \
                an interpreted loop, for which the wrong guesses hardly matter among \
                the steps around them; in compiled code they are most of the time. \
                How much of it depends on the compiler as well: it may turn a \
                decision that it has seen go both ways into a choice between two \
                values, which needs no guess but still one step per number.""",
        claim = @Claim(
                text = "A maximum over lanes is faster than a branch per number.",
                guideFigure = "gives no figure: vectorise what is done to every number",
                effect = Effect.HELPS,
                variant = "vectorApi",
                plain = "mathMax",
                steps = {"ifAndElse", "mathMax", "vectorApi"}),
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Rectifier {
    @Param("1000000")
    @Range(label = "Numbers", min = 1_000, max = 10_000_000, scale = Scale.LOG10)
    public int count;

    private float[] numbers;
    private float[] rectified;

    /// A comparison for every number, which is read once and written once.
    @UsefulWork
    public static Work work(long count) {
        return Work.once(count, 8.0 * count).oneAtATime();
    }

    @Setup
    public void fill() {
        // Half of them negative, in an order that nothing can predict.
        numbers = SeededInputs.uniform(SeededInputs.random(), count, -1, 1);
        rectified = new float[count];
    }

    @Benchmark
    @Variant(label = "If and else", baseline = true, note = "A decision per number.")
    public float[] ifAndElse() {
        Relu.byBranch(numbers, rectified);
        return rectified;
    }

    @Benchmark
    @Variant(label = "Math.max", note = "No decision; lanes if the JIT sees fit.")
    public float[] mathMax() {
        Relu.byMaximum(numbers, rectified);
        return rectified;
    }

    @Benchmark
    @Variant(label = "Vector API", note = "No decision, and lanes for certain.")
    public float[] vectorApi() {
        VectorRelu.byMaximum(numbers, rectified);
        return rectified;
    }
}
