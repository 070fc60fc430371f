package dev.lanes.experiment.habits;

import dev.lanes.experiment.Pooled;
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
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same tasks on a few threads and on a hundred.
@Experiment(
        id = "too-many-threads",
        section = Section.DO_AND_DO_NOT,
        title = "Too many threads",
        question = "Do a hundred threads finish CPU-bound work sooner than one per core?",
        explanation = """
                Each of the 64 tasks counts primes by trial division and keeps a core \
                busy from its first step to its last. A core runs one thread at a \
                time; hardware threads of one core share its arithmetic. Up to as many \
                workers as cores, every worker brings a core with it. Beyond that it \
                brings only itself: a thread to wake, a turn to take, and caches to \
                fill again after each turn. The operating system is good at this, so \
                what you see above the number of cores is often a plateau and only a \
                slight slope. What is sure is that nothing is gained. And sixty-four \
                tasks never occupy a hundred workers.

                The guide starts its threads inside the timed code; here all of them \
                are up before, and a hundred cost less than they would there. Virtual \
                threads come one per task, however many; the number of workers is \
                that of their carriers.""",
        claim = @Claim(
                text = "A hundred threads are slower than one for each core.",
                guideFigure = "gives no figure: at most 8 workers, or one per core",
                effect = Effect.HURTS,
                variant = "sharedOut",
                workers = 100,
                againstCores = true,
                asks = Asks.FASTER),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8, 16, 64, 100})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TooManyThreads {
    private static final int TASKS = 64;

    @Param("2500")
    @Range(label = "Work in each task", unit = "numbers", min = 100, max = 20_000,
            scale = Scale.LOG10)
    public int numbers;

    private PrimeTasks tasks;
    private int[] primes;

    @Setup
    public void fill() {
        tasks = new PrimeTasks(numbers);
        primes = new int[TASKS];
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One task after another.")
    public int[] sequential() {
        for (int task = 0; task < TASKS; task++) {
            primes[task] = tasks.count(task);
        }
        return primes;
    }

    @Benchmark
    @Variant(label = "Shared out", note = "As many threads as there are workers.")
    public int[] sharedOut(Pooled pool) {
        pool.forEach(TASKS, task -> primes[task] = tasks.count(task));
        return primes;
    }
}
