package dev.lanes.experiment.memory;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Reported;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.WorkingSet;
import dev.lanes.experiment.CacheSizes;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.layout.PointerChase;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The time of one load, by how far away the number lies that it loads.
@Experiment(
        id = "memory-ladder",
        section = Section.MEMORY_AND_CACHE,
        title = "The memory ladder",
        question = "How long does a core wait for a number, and where does it come from?",
        explanation = """
                In random order each load says where the next one is, so each waits \
                the whole distance; staying within 256 KiB at a time keeps page \
                look-ups out. In sequence many loads are under way at once, but each \
                brings another line from memory, whose rate is then the limit: a \
                random walk in a near cache can be faster.""",
        claim = @Claim(
                text = "Memory is read far faster in sequence than in random order.",
                guideFigure = "gives no figure: desk, shelves, the room, another floor",
                effect = Effect.HELPS,
                variant = "inSequence",
                atLeast = 5,
                notBest = {
                    "randomInThirdCache", "randomInSecondCache", "randomInFirstCache",
                    "inRegisters"
                },
                steps = {
                    "inRegisters", "randomInFirstCache", "randomInSecondCache",
                    "randomInThirdCache", "randomOrder", "inSequence"
                }),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "memory delivers whole cache lines"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "the next address is known long before"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction reads many numbers")
        },
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MemoryLadder.LOADS)
public class MemoryLadder {
    private static final int LARGEST = 28;

    /// The places of the largest walk; every smaller one is done in whole laps, too.
    static final int LOADS = (1 << LARGEST) / PointerChase.PITCH_BYTES;

    /// The binary logarithm of its bytes.
    @Param("28")
    @Range(label = "Memory walked", min = 12, max = LARGEST, choices = {
        "4 KiB", "8 KiB", "16 KiB", "32 KiB", "64 KiB", "128 KiB", "256 KiB", "512 KiB",
        "1 MiB", "2 MiB", "4 MiB", "8 MiB", "16 MiB", "32 MiB", "64 MiB", "128 MiB",
        "256 MiB"
    })
    public int size;

    private int[] chosen;
    private int[] third;
    private int[] second;
    private int[] first;
    private double walkedKib = Double.NaN;

    /// The walk of the chosen size, and those that fit in the caches.
    @WorkingSet
    public static long bytes(long size) {
        return (1L << size) + bytesFor(3) + bytesFor(2) + bytesFor(1);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        chosen = PointerChase.lay(random, 1 << size);
        third = PointerChase.lay(random, bytesFor(3));
        second = PointerChase.lay(random, bytesFor(2));
        first = PointerChase.lay(random, bytesFor(1));
    }

    @Benchmark
    @Variant(label = "Random order", baseline = true,
            note = "Each load waits for the one before, all the way to memory.")
    public double randomOrder() {
        return loads(PointerChase.follow(chosen, LOADS), chosen);
    }

    @Benchmark
    @Variant(label = "Random order, in the L3 cache",
            note = "Four times the L2 cache, but at most half of the L3.")
    public double randomInThirdCache() {
        return loads(PointerChase.follow(third, LOADS), third);
    }

    @Benchmark
    @Variant(label = "Random order, in the L2 cache",
            note = "Four times the L1 cache, but at most half of the L2.")
    public double randomInSecondCache() {
        return loads(PointerChase.follow(second, LOADS), second);
    }

    @Benchmark
    @Variant(label = "Random order, in the L1 cache",
            note = "At most half of the L1 cache.")
    public double randomInFirstCache() {
        return loads(PointerChase.follow(first, LOADS), first);
    }

    @Benchmark
    @Variant(label = "In sequence",
            note = "The numbers of the first variant, as they lie in memory.")
    public double inSequence() {
        return loads(PointerChase.inSequence(chosen, LOADS), chosen);
    }

    @Benchmark
    @Variant(label = "In registers", note = "The places are computed; nothing is loaded.")
    public double inRegisters() {
        return PointerChase.loads(PointerChase.inRegisters(chosen, LOADS), chosen);
    }

    /// Of the walk that ran last; the variant in registers walks through none.
    @Reported(label = "Memory walked", unit = "KiB")
    public double walkedKib() {
        return walkedKib;
    }

    private double loads(long sum, int[] next) {
        walkedKib = next.length * (double) Integer.BYTES / 1024;
        return PointerChase.loads(sum, next);
    }

    private static int bytesFor(int level) {
        long bytes = CacheSizes.ofThisMachine().wellInside(level);
        return (int) Math.clamp(bytes, 2 * PointerChase.PITCH_BYTES, 1 << LARGEST);
    }
}
