package dev.lanes.ceiling;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// The rate at which numbers come from a cache or from memory, and go there.
///
/// Each thread has memory of its own. Several ranges may be measured in one fork, since starting it takes longer than
/// measuring a range does: they take turns, a measured iteration each. Warm-up is the first one's alone: in a range that
/// is short the code is called often, and compiled as a whole and not from the midst of a long loop.
@State(Scope.Thread)
public class PeakBandwidth {
    /// What a call reads or writes of each range at least: by far more than what calling costs.
    private static final int LEAST_WALKED = 1 << 20;
    private static final int LINE = 64;
    private static final int PAGE = 4_096;

    /// Where the second and the third range begin beside the page's start: a load waits for an earlier store whose
    /// address ends in the same 12 bits, although it is another one.
    private static final int SECOND = 21 * LINE;
    private static final int THIRD = 42 * LINE;

    /// Bytes of each range that is read or written, powers of two from 512 to 2^28, with spaces between them.
    @Param("16384")
    public String ranges;

    private int[] bytesOfIterations;
    private int iteration;
    private int bytes;
    private MemorySegment first;
    private MemorySegment second;
    private MemorySegment third;

    /// What one call moves, reading and writing.
    ///
    /// @param range bytes of each array
    public static double bytesMoved(Pattern pattern, int range) {
        return (double) pattern.arrays() * walked(range);
    }

    private static int walked(int range) {
        return Math.max(range, LEAST_WALKED);
    }

    @Setup(Level.Trial)
    public void allocate(BenchmarkParams benchmark) {
        bytesOfIterations = Arrays.stream(ranges.split(" ")).mapToInt(Integer::parseInt).toArray();
        int most = Math.ceilDiv(Arrays.stream(bytesOfIterations).max().orElseThrow(), PAGE) * PAGE;
        int arrays = Pattern.of(benchmark.getBenchmark()).arrays();
        MemorySegment all = Arena.ofAuto().allocate((long) arrays * most + PAGE, PAGE);
        first = all.asSlice(0, most);
        second = arrays < 2 ? null : all.asSlice(most + SECOND, most);
        third = arrays < 3 ? null : all.asSlice(2L * most + THIRD, most);
    }

    @Setup(Level.Iteration)
    public void takeTheNextRange(IterationParams params) {
        boolean warmup = params.getType() == IterationType.WARMUP;
        bytes = bytesOfIterations[warmup ? 0 : iteration++ % bytesOfIterations.length];
    }

    /// Adds numbers up.
    @Benchmark
    public float load() {
        return Streams.load(first, bytes, walked(bytes));
    }

    /// Sets one array to another.
    @Benchmark
    public MemorySegment copy() {
        Streams.copy(first, second, bytes, walked(bytes));
        return second;
    }

    /// Sets one array to the sum of two others.
    @Benchmark
    public MemorySegment add() {
        Streams.add(first, second, third, bytes, walked(bytes));
        return third;
    }
}
