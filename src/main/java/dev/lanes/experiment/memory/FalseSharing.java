package dev.lanes.experiment.memory;

import dev.lanes.experiment.Pooled;
import dev.lanes.kernel.layout.Counters;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Eight counters, and how far apart they lie.
@Experiment(
        id = "false-sharing",
        section = Section.MEMORY_AND_CACHE,
        title = "False sharing",
        question = "What do workers share that never touch the same counter?",
        explanation = """
                Each worker has counters of its own, and nothing is wrong with the \
                program: all counts come out exact. But cores own memory by the cache \
                line, 64 bytes on most machines, and eight counters of eight bytes fit \
                on one. A core that writes to its counter takes the line away from all \
                others, which have to fetch it back before they can go on with theirs. \
                Counters that lie 128 bytes apart have lines of their own, with a \
                second line between because many processors fetch in pairs.

                Better still is a number that only its worker sees. The JIT keeps it in \
                a register, may even add several steps in one go, and memory is written \
                once. In the other variants it is told to read and write memory at \
                every step, as it must for a counter that others watch.

                There are always eight counters and the same work in all; with W \
                workers, each counts every W-th of them, so that neighbours are busy at \
                the same time. Where two workers are the two threads of a single core, \
                they share its cache and little of this is seen. In Python the \
                interpreter lock lets one thread count at a time, which hides it as \
                well; nothing hides it in Java.""",
        claim = @Claim(
                text = "Workers that count side by side on a line are slower than one.",
                guideFigure = "gives no figure: neighbours invalidate each other",
                effect = Effect.HURTS,
                variant = "adjacent"),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FalseSharing {
    private static final int COUNTERS = 8;

    /// 128 bytes, counted in numbers of 8 bytes.
    private static final int APART = 16;

    @Param("10000000")
    @Range(label = "Increments of each counter", min = 100_000, max = 20_000_000,
            scale = Scale.LOG10)
    public int increments;

    private final long[] counts = new long[COUNTERS];
    private long[] memory;
    private long step;

    @Setup
    public void fill() {
        // Room on both sides: the line of the first and last counter is theirs alone.
        memory = new long[APART + COUNTERS * APART + APART];
        step = 1;
    }

    @Benchmark
    @Variant(label = "One worker", baseline = true,
            note = "One counter after another; nobody to share with.")
    public long[] oneWorker() {
        Arrays.fill(memory, 0);
        for (int counter = 0; counter < COUNTERS; counter++) {
            Counters.addInMemory(memory, APART + counter, increments, step);
        }
        return countsEvery(1);
    }

    @Benchmark
    @Variant(label = "Adjacent counters",
            note = "Neighbours belong to different workers.")
    public long[] adjacent(Pooled pool) {
        Arrays.fill(memory, 0);
        // Slow: each write takes the line away from all other workers.
        shareOut(pool, counter ->
                Counters.addInMemory(memory, APART + counter, increments, step));
        return countsEvery(1);
    }

    @Benchmark
    @Variant(label = "Padded counters", note = "128 bytes from one to the next.")
    public long[] padded(Pooled pool) {
        Arrays.fill(memory, 0);
        // Fast: no other worker has a reason to ask for the line.
        shareOut(pool, counter ->
                Counters.addInMemory(memory, APART + counter * APART, increments, step));
        return countsEvery(APART);
    }

    @Benchmark
    @Variant(label = "Local counter, written once",
            note = "Side by side, but not while they count.")
    public long[] local(Pooled pool) {
        Arrays.fill(memory, 0);
        shareOut(pool, counter ->
                Counters.addLocally(memory, APART + counter, increments, step));
        return countsEvery(1);
    }

    private static void shareOut(Pooled pool, IntConsumer counting) {
        pool.forEach(pool.workers, worker -> {
            for (int counter = worker; counter < COUNTERS; counter += pool.workers) {
                counting.accept(counter);
            }
        });
    }

    private long[] countsEvery(int distance) {
        for (int counter = 0; counter < COUNTERS; counter++) {
            counts[counter] = memory[APART + counter * distance];
        }
        return counts;
    }
}
