package dev.lanes.experiment.memory;

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
import dev.lanes.kernel.layout.Counters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
        question = "What do workers share if they never touch the same counter?",
        explanation = """
                All counters lie on one cache line, and to write, a core must own it. \
                Plain writes wait in a store buffer while the core goes on, until that \
                is full: the line moves again and again, but not with every increment. \
                An atomic increment waits each time. Padding is 128 bytes because many \
                processors fetch lines in pairs.""",
        claim = @Claim(
                text = "Workers that count side by side on a line are slower than one.",
                guideFigure = "gives no figure: neighbours invalidate each other",
                effect = Effect.HURTS,
                variant = "adjacent"),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "a cache line travels between the cores"),
            @GuessReason(cause = Cause.LOCK, text = "workers wait for a lock"),
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each worker counts on a core of its own"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "starting the workers costs more than counting")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FalseSharing {
    private static final int COUNTERS = 8;

    /// Bytes from one counter to the next: side by side, or two cache lines on most
    /// machines.
    private static final int ADJACENT = Long.BYTES;
    private static final int PADDED = 128;

    @Param("1000000")
    @Range(label = "Increments of each counter", min = 100_000, max = 20_000_000,
            scale = Scale.LOG10)
    public int increments;

    private final long[] counts = new long[COUNTERS];
    private MemorySegment memory;
    private long step;

    @Setup
    public void fill() {
        // Outside the heap, since an array begins anywhere in a line: here counters that
        // are side by side are all on one.
        memory = Arena.ofAuto().allocate(COUNTERS * PADDED, PADDED);
        step = 1;
    }

    @Benchmark
    @Variant(label = "One worker", baseline = true,
            note = "One counter after another; no worker to share with.")
    public long[] oneWorker() {
        memory.fill((byte) 0);
        for (int counter = 0; counter < COUNTERS; counter++) {
            Counters.addInMemory(memory, counter * ADJACENT, increments, step);
        }
        return countsEvery(ADJACENT);
    }

    @Benchmark
    @Variant(label = "Adjacent counters",
            note = "Neighbours belong to different workers.")
    public long[] adjacent(Pooled pool) {
        // Slow: other workers' writes take the line away, again and again.
        shareOut(pool, counter ->
                Counters.addInMemory(memory, counter * ADJACENT, increments, step));
        return countsEvery(ADJACENT);
    }

    @Benchmark
    @Variant(label = "Padded counters", note = "128 bytes from one to the next.")
    public long[] padded(Pooled pool) {
        // Fast: no other worker has a reason to ask for the line.
        shareOut(pool, counter ->
                Counters.addInMemory(memory, counter * PADDED, increments, step));
        return countsEvery(PADDED);
    }

    @Benchmark
    @Variant(label = "Atomic, adjacent",
            note = "getAndAdd: the core owns the line before it goes on.")
    public long[] atomicAdjacent(Pooled pool) {
        shareOut(pool, counter ->
                Counters.addAtomically(memory, counter * ADJACENT, increments, step));
        return countsEvery(ADJACENT);
    }

    @Benchmark
    @Variant(label = "Atomic, padded", note = "The price of getAndAdd alone.")
    public long[] atomicPadded(Pooled pool) {
        shareOut(pool, counter ->
                Counters.addAtomically(memory, counter * PADDED, increments, step));
        return countsEvery(PADDED);
    }

    @Benchmark
    @Variant(label = "Local counter, written once",
            note = "Counts in a local variable and writes the total at the end.")
    public long[] local(Pooled pool) {
        shareOut(pool, counter ->
                Counters.addLocally(memory, counter * ADJACENT, increments, step));
        return countsEvery(ADJACENT);
    }

    private void shareOut(Pooled pool, IntConsumer counting) {
        memory.fill((byte) 0);
        pool.forEach(pool.workers, worker -> {
            for (int counter = worker; counter < COUNTERS; counter += pool.workers) {
                counting.accept(counter);
            }
        });
    }

    private long[] countsEvery(int bytes) {
        for (int counter = 0; counter < COUNTERS; counter++) {
            counts[counter] = memory.get(ValueLayout.JAVA_LONG, counter * bytes);
        }
        return counts;
    }
}
