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
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.VectorElementwise;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Three operations on an array far larger than any near cache, in two orders.
@Experiment(
        id = "chunks",
        section = Section.DO_AND_DO_NOT,
        title = "Chunks that fit in cache",
        question = "Is it faster to finish a piece of an array before touching the next?",
        explanation = """
                Pass by pass, the first numbers have left the cache when the next \
                operation needs them; a chunk goes through all three while it is \
                cached. 1,000 floats with their results are 8 KB, 16,384 are 128 KB: \
                too much for an L1 cache, not for an L2. If all numbers are one chunk, \
                both variants do the same.""",
        claim = @Claim(
                text = "Work done in chunks that fit in cache is 10 to 50 % faster.",
                guideFigure = "10-50 % from memory layout and chunks",
                effect = Effect.HELPS,
                variant = "chunkByChunk",
                atLeast = 1.1,
                atMost = 1.5,
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "the next step finds its numbers in a near cache"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "nothing but the order of the steps differs"),
            @GuessReason(cause = Cause.LANES, text = "lanes suit short pieces better"),
            @GuessReason(
                    cause = Cause.ARITHMETIC,
                    text = "arithmetic takes most of the time")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-6))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Chunks {
    private static final int[] LENGTHS = {1_000, 1_024, 16_384, Integer.MAX_VALUE};
    private static final float FACTOR = 1.7f;
    private static final float ADDEND = -0.3f;

    @Param("1")
    @Range(label = "Chunk", unit = "numbers", min = 0, max = 3,
            choices = {"1,000", "1,024", "16,384", "all"})
    public int chunk;

    @Param("16000000")
    @Range(label = "Numbers", min = 100_000, max = 20_000_000, scale = Scale.LOG10)
    public int count;

    private float[] numbers;
    private float[] results;
    private int length;

    /// A multiplication, an addition and a comparison for every number, which has to be
    /// read once and written once.
    @UsefulWork
    public static Work work(long chunk, long count) {
        return Work.once(3.0 * count, 8.0 * count);
    }

    @Setup
    public void fill() {
        numbers = SeededInputs.uniform(SeededInputs.random(), count, -1, 1);
        results = new float[count];
        length = Math.min(LENGTHS[chunk], count);
    }

    @Benchmark
    @Variant(label = "Pass by pass", baseline = true,
            note = "Each operation goes over the whole array.")
    public float[] passByPass() {
        // Slow: what one pass wrote is far away when the next one asks for it.
        VectorElementwise.multiply(numbers, FACTOR, results, 0, count);
        VectorElementwise.add(results, ADDEND, results, 0, count);
        VectorElementwise.atLeast(results, 0, results, 0, count);
        return results;
    }

    @Benchmark
    @Variant(label = "Chunk by chunk",
            note = "All three operations on a piece, then the next piece.")
    public float[] chunkByChunk() {
        for (int from = 0; from < count; from += length) {
            int to = Math.min(from + length, count);
            VectorElementwise.multiply(numbers, FACTOR, results, from, to);
            // Fast: what was written just now is still in the cache.
            VectorElementwise.add(results, ADDEND, results, from, to);
            VectorElementwise.atLeast(results, 0, results, from, to);
        }
        return results;
    }
}
