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
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import dev.lanes.kernel.Primes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// CPU-bound tasks under a lock like that of Python's interpreter, without it, and in
/// processes of their own.
@Experiment(
        id = "gil",
        section = Section.DO_AND_DO_NOT,
        title = "A global lock",
        question = "What does a lock around all code do to CPU-bound threads?",
        explanation = """
                A worker counts primes only while it holds a lock that all share. \
                After 5 ms, the usual switch interval of CPython's lock, it hands it \
                to the worker that has waited longest. A task takes several such \
                turns. The processes are JVMs, one per processor but at most four, \
                started before the clock runs; pipes carry input and results.""",
        claim = @Claim(
                text = "Processes share out work that a global lock holds back.",
                guideFigure = "gives no figure; processes instead of threads",
                effect = Effect.HELPS,
                variant = "separateProcesses",
                against = "underGlobalLock"),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each process computes on a core of its own"),
            @GuessReason(cause = Cause.LOCK, text = "threads stand in line for the lock"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "talking to a process costs more than its work"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more processes than cores")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Gil {
    private static final int TASKS = 8;
    /// As `sys.getswitchinterval()` says by default.
    private static final long TURN_NANOS = 5_000_000;
    /// Numbers between two looks at the clock.
    private static final int STEP = 100;

    @Param("200000")
    @Range(label = "Work in each task", unit = "numbers", min = 1_000, max = 1_000_000,
            scale = Scale.LOG10)
    public int numbers;

    private PrimeTasks tasks;
    private int[] primes;
    private final Lock globalLock = new ReentrantLock(true);

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
    @Variant(label = "Threads under one global lock",
            note = "Many threads, but only one at a time may run.")
    public int[] underGlobalLock(Pooled pool) {
        pool.forEach(TASKS, task -> primes[task] = countInTurns(task));
        return primes;
    }

    @Benchmark
    @Variant(label = "Free threads", note = "The same threads without the lock.")
    public int[] freeThreads(Pooled pool) {
        pool.forEach(TASKS, task -> primes[task] = tasks.count(task));
        return primes;
    }

    @Benchmark
    @Variant(label = "Separate processes", note = "Warm JVMs at the end of a pipe.")
    public int[] separateProcesses(PrimeProcesses processes) throws IOException {
        processes.countAll(tasks, primes);
        return primes;
    }

    private int countInTurns(int task) {
        int end = tasks.from(task + 1);
        int next = tasks.from(task);
        int found = 0;
        while (next < end) {
            // Slow: everyone else waits. The lock is fair and goes to the longest waiter.
            globalLock.lock();
            try {
                long begin = System.nanoTime();
                while (next < end && System.nanoTime() - begin < TURN_NANOS) {
                    int from = next;
                    next = Math.min(from + STEP, end);
                    found += Primes.count(from, next);
                }
            } finally {
                globalLock.unlock();
            }
        }
        return found;
    }
}
