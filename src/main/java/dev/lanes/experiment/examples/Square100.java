package dev.lanes.experiment.examples;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.Squares;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The squares of 0 to 99: a program that is done before its first task would begin.
@Experiment(
        id = "square-100",
        section = Section.WORKED_EXAMPLES,
        title = "A hundred squares",
        question = "What does a task cost when there is next to nothing to do in it?",
        explanation = """
                Take the time with tasks, subtract the loop's and divide by a hundred: \
                that is the price of one task among many, with the workers awake. A \
                single task that somebody waits for costs many times more, since a \
                worker and then the caller must be woken: see the chain of layers. \
                Compare your work with the price that applies.""",
        claim = @Claim(
                text = "A task for each of a hundred multiplications is a bad bargain.",
                guideFigure = "gives no figure; it prints how much slower",
                effect = Effect.HURTS,
                variant = "oneTaskPerNumber"),
        reasons = {
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "a task costs more than the multiplication in it"),
            @GuessReason(
                    cause = Cause.CORES,
                    text = "several cores share the multiplications"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for each other"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Square100 {
    private static final int NUMBERS = 100;

    private Squares squares;

    /// A multiplication for every number, which is read once and written once.
    @UsefulWork
    public static Work work() {
        return Work.once(NUMBERS, 8.0 * NUMBERS);
    }

    @Setup
    public void fill() {
        float[] numbers = new float[NUMBERS];
        for (int number = 0; number < NUMBERS; number++) {
            numbers[number] = number;
        }
        squares = new Squares(numbers);
    }

    @Benchmark
    @Variant(label = "Plain loop", baseline = true, note = "No tasks at all.")
    public float[] plainLoop() {
        return squares.inOneLoop();
    }

    @Benchmark
    @Variant(label = "One task per number", note = "A hundred tasks, all tiny.")
    public float[] oneTaskPerNumber(Pooled pool) {
        return squares.oneTaskPerNumber(pool);
    }
}
