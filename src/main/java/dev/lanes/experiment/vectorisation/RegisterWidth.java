package dev.lanes.experiment.vectorisation;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Moves;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.Dot;
import dev.lanes.kernel.dot.FixedWidthDot;
import dev.lanes.kernel.dot.VectorDot;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same dot product in registers of every width, and the wait that width does not
/// cure.
@Experiment(
        id = "simd-width",
        section = Section.VECTORISATION,
        title = "Wider and wider registers",
        question = "Does a register twice as wide make a dot product twice as fast?",
        explanation = """
                With a single sum, each multiply-add waits some four cycles for the \
                one before, whatever its width. So time falls in step with the width, \
                yet most of the core idles: four sums that take turns fill the wait, \
                until loads are the limit. An array can begin anywhere in a cache \
                line, so nearly every 64-byte load straddles two.""",
        claim = @Claim(
                text = "A vector instruction does the work of several scalar ones.",
                guideFigure = "4 additions in 1 operation",
                guideSpeedup = 4,
                effect = Effect.HELPS,
                variant = "bits128",
                atLeast = 2,
                steps = {"scalar", "bits64", "bits128", "bits256", "bits512"}),
        reasons = {
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction handles four numbers"),
            @GuessReason(
                    cause = Cause.NO_LANES,
                    text = "the compiler uses lanes in the plain loop, too"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "nothing but the number of instructions differs"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "the cache cannot deliver the numbers faster")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegisterWidth {
    @Param("2048")
    @Range(label = "Numbers", min = 64, max = 65_536, scale = Scale.LOG2)
    public int count;

    private float[] left;
    private float[] right;

    /// A multiplication and an addition for every pair, which is read once.
    @UsefulWork
    public static Work work(long count) {
        return Work.once(2.0 * count, 8.0 * count).moving(Moves.LOAD);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, count, 0, 1);
        right = SeededInputs.uniform(random, count, 0, 1);
    }

    @Benchmark
    @Variant(label = "Scalar", baseline = true, note = "One number at a time, one sum.")
    public float scalar() {
        return Dot.oneFusedSum(left, right);
    }

    @Benchmark
    @Variant(label = "Scalar, four sums", note = "One number at a time, but no waiting.")
    public float scalarFourSums() {
        return Dot.fourSums(left, right);
    }

    @Benchmark
    @Variant(label = "64 bits", vectorBits = 64, note = "Two numbers at a time.")
    public float bits64() {
        return FixedWidthDot.oneSumOf64Bits(left, right);
    }

    @Benchmark
    @Variant(label = "128 bits", vectorBits = 128, note = "Four numbers at a time.")
    public float bits128() {
        return FixedWidthDot.oneSumOf128Bits(left, right);
    }

    @Benchmark
    @Variant(label = "128 bits, four sums", vectorBits = 128,
            note = "Four numbers at a time, and no waiting.")
    public float bits128FourSums() {
        return FixedWidthDot.fourSumsOf128Bits(left, right);
    }

    @Benchmark
    @Variant(label = "256 bits", vectorBits = 256, note = "Eight numbers at a time.")
    public float bits256() {
        return FixedWidthDot.oneSumOf256Bits(left, right);
    }

    @Benchmark
    @Variant(label = "512 bits", vectorBits = 512, note = "Sixteen numbers at a time.")
    public float bits512() {
        return FixedWidthDot.oneSumOf512Bits(left, right);
    }

    @Benchmark
    @Variant(label = "Widest, four sums",
            note = "As many numbers at a time as this machine can, and no waiting.")
    public float widestFourSums() {
        return VectorDot.fourSums(left, right);
    }
}
