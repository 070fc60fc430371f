package dev.lanes.experiment.habits;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Asks;
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
import dev.lanes.experiment.CacheSizes;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.layout.PointerChase;
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

/// The same tasks on a few threads and on a hundred.
@Experiment(
        id = "too-many-threads",
        section = Section.DO_AND_DO_NOT,
        title = "Too many threads",
        question = "Do a hundred threads finish CPU-bound work sooner than one per core?",
        explanation = """
                A core runs one thread at a time. More workers than cores only take \
                turns and, if each task walks through data of its own, have to refill \
                the caches after each turn. A task lasts about a time slice, and its \
                data take half an L2 cache. Every load waits for the one before, so a \
                refilled cache shows.""",
        claim = @Claim(
                text = "A hundred threads are slower than one for each core.",
                guideFigure = "gives no figure; 8 workers at most, or one per core",
                effect = Effect.HURTS,
                variant = "sharedOut",
                workers = 100,
                againstCores = true,
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "a core runs one thread at a time"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "caches have to be refilled after each turn"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "waking a hundred threads costs much"),
            @GuessReason(
                    cause = Cause.WAITING,
                    text = "one thread computes while another waits")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8, 16, 64, 100})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TooManyThreads {
    private static final int TASKS = 128;

    /// So many loads from an L2 cache take about as long as to test a number for a prime.
    private static final int LOADS_PER_NUMBER = 20;
    private static final long MOST_BYTES = 1 << 20;

    @Param("20000")
    @Range(label = "Work in each task", unit = "numbers", min = 100, max = 200_000,
            scale = Scale.LOG10)
    public int numbers;

    @Param("1")
    @Range(label = "Each task", min = 0, max = 1,
            choices = {"counts primes", "walks through data of its own"})
    public int kind;

    /// What a task does, in the order of the choices.
    private enum Kind { COUNTS, WALKS }

    private Kind what;
    private PrimeTasks primes;
    private int[][] walks;
    private int[] results;

    @Setup
    public void fill() {
        what = Kind.values()[kind];
        primes = new PrimeTasks(numbers);
        results = new int[TASKS];
        if (what == Kind.WALKS) {
            long bytes = Math.min(CacheSizes.ofThisMachine().half(2), MOST_BYTES);
            int[] walk = PointerChase.lay(SeededInputs.random(), (int) bytes);
            walks = new int[TASKS][];
            Arrays.setAll(walks, task -> walk.clone());
        }
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One task after another.")
    public int[] sequential() {
        for (int task = 0; task < TASKS; task++) {
            results[task] = perform(task);
        }
        return results;
    }

    @Benchmark
    @Variant(label = "Shared out", note = "As many threads as there are workers.")
    public int[] sharedOut(Pooled pool) {
        pool.forEach(TASKS, task -> results[task] = perform(task));
        return results;
    }

    private int perform(int task) {
        return switch (what) {
            case COUNTS -> primes.count(task);
            // Each load waits for the last: after a turn of others, from farther away.
            case WALKS -> (int) PointerChase.follow(
                    walks[task], LOADS_PER_NUMBER * numbers);
        };
    }
}
