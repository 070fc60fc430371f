package dev.lanes.experiment.helps;

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
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.RowPanels;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.SystemBlas;
import dev.lanes.experiment.SystemBlasOnAllCores;
import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.Panels;
import dev.lanes.kernel.matmul.TileRoom;
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

/// One operation so large that it can be cut: the product of two square matrices.
@Experiment(
        id = "large-matmul",
        section = Section.HELPS_OR_HURTS,
        title = "A large matrix product",
        question = "Does it pay to cut one large operation into pieces?",
        explanation = """
                Each worker gets a panel of rows; all read the same right matrix, \
                which they first pack together into the order it is read in. That is \
                two hand-overs for 16 billion operations, so the gain ends at what the \
                cores share: the last cache, memory, and the clock, which may drop \
                when all cores use wide vectors.""",
        claim = @Claim(
                text = "Cores make a large matrix product 2 to 8 times faster.",
                guideFigure = "up to 8 times, depending on the cores",
                guideSpeedup = 2,
                effect = Effect.HELPS,
                variant = "rowPanels",
                atLeast = 2,
                atMost = 8,
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each core computes rows of its own"),
            @GuessReason(cause = Cause.MEMORY, text = "all cores share one memory"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "handing over the pieces costs much"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more workers than cores")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LargeMatmul {
    @Param("2000")
    @Range(label = "Rows and columns", min = 256, max = 2000, scale = Scale.LOG2)
    public int size;

    private float[] left;
    private float[] right;
    private float[] packed;
    private float[] block;
    private TileRoom callersRoom;
    private float[] product;
    private RowPanels panels;

    /// A multiplication and an addition for each of `size` inputs of every output; each
    /// of the three matrices is read or written once.
    @UsefulWork
    public static Work work(long size) {
        double numbers = 3.0 * size * size;
        return Work.once(2.0 * size * size * size, Float.BYTES * numbers);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, size * size, -1, 1);
        right = SeededInputs.uniform(random, size * size, -1, 1);
        packed = new float[Panels.length(size, size)];
        block = new float[BlockedMatMul.PACKED_BLOCK];
        callersRoom = new TileRoom();
        product = new float[size * size];
        panels = new RowPanels(size);
    }

    @Benchmark
    @Variant(label = "Vector API, blocked, one thread", baseline = true,
            note = "The kernel of the row panels, on one core.")
    public float[] oneThread() {
        BlockedMatMul.multiply(
                left, right, product, block, callersRoom, size, size, size);
        return product;
    }

    @Benchmark
    @Variant(label = "Row panels", note = "The same kernel, a panel of rows per worker.")
    public float[] rowPanels(Pooled pool) {
        // Packing is shared out, too: left to one thread, it would hold up all others.
        pool.forEachChunk(Panels.count(size), (from, to) ->
                Panels.packSome(right, packed, from, to, size, size));
        panels.share(pool, this::multiplyRows);
        return product;
    }

    @Benchmark
    @Variant(label = "System BLAS, one thread", needsBlas = true,
            note = "OpenBLAS, which NumPy calls: kernels in assembly for each processor.")
    public float[] systemBlas(SystemBlas blas) {
        blas.multiply(left, right, product, size, size, size);
        return product;
    }

    @Benchmark
    @Variant(label = "System BLAS, all cores", needsBlas = true, ownThreads = true,
            note = "The library divides the product among threads of its own.")
    public float[] systemBlasAllCores(SystemBlasOnAllCores blas) {
        blas.multiply(left, right, product, size, size, size);
        return product;
    }

    private void multiplyRows(int from, int to, TileRoom room) {
        BlockedMatMul.multiplyRows(left, packed, product, room, from, to, size, size);
    }
}
