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
/// measuring a range does: the measured iterations are divided among them, one range after the other. Warm-up is the
/// first one's alone.
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

    private int[] bytesOfRanges;
    private int iteration;
    private int bytes;
    private float sum;
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
        bytesOfRanges = Arrays.stream(ranges.split(" ")).mapToInt(Integer::parseInt).toArray();
        int most = Math.ceilDiv(Arrays.stream(bytesOfRanges).max().orElseThrow(), PAGE) * PAGE;
        Pattern pattern = Pattern.of(benchmark.getBenchmark());
        MemorySegment all = Arena.ofAuto().allocate((long) pattern.arrays() * most + PAGE, PAGE);
        first = all.asSlice(0, most);
        second = pattern.arrays() < 2 ? null : all.asSlice(most + SECOND, most);
        third = pattern.arrays() < 3 ? null : all.asSlice(2L * most + THIRD, most);
        compile(pattern);
    }

    private void compile(Pattern pattern) {
        switch (pattern) {
            case LOAD -> ShortCalls.make(turns -> sum += Streams.load(first, Streams.STEP, turns * Streams.STEP));
            case COPY -> ShortCalls.make(turns -> Streams.copy(first, second, Streams.STEP, turns * Streams.STEP));
            case ADD -> ShortCalls.make(turns -> Streams.add(first, second, third, Streams.STEP, turns * Streams.STEP));
        }
    }

    @Setup(Level.Iteration)
    public void takeItsRange(IterationParams params) {
        boolean warmup = params.getType() == IterationType.WARMUP;
        int ofEach = Math.max(1, params.getCount() / bytesOfRanges.length);
        int range = warmup ? 0 : iteration++ / ofEach;
        bytes = bytesOfRanges[Math.min(range, bytesOfRanges.length - 1)];
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
