package dev.lanes.ceiling;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// The rate at which numbers come from a cache or from memory, and go there.
///
/// Each thread has memory of its own. Several walks are measured in one fork, since starting it takes longer than
/// measuring a walk does: the measured iterations are divided among them, one walk after the other. Of the warm-up each
/// walk has an iteration in turn.
@State(Scope.Thread)
public class PeakBandwidth {
    private static final int LINE = 64;

    /// The first array begins at a multiple of this, and the others right behind it. A first-level cache by AMD finds a
    /// line's way by a hash of bits 12 to 27 of its address, and two lines of one set whose hashes are equal drive each
    /// other out, however much room there is. In a short stretch that begins like this no two pages have equal hashes.
    /// Lipp and others: Take A Way, ASIA CCS 2020.
    private static final long BEGINNING = 1 << 21;

    /// Where the second and the third array begin beside the end of the one before: a load waits for an earlier store
    /// whose address ends in the same 12 bits, although it is another one.
    private static final int SECOND = 21 * LINE;
    private static final int THIRD = 42 * LINE;

    /// The walks as [Walk#write] has them.
    @Param("LOAD:16384")
    public String walks;

    private List<Walk> inTurn;
    private int iteration;
    private Walk walk;
    private MemorySegment all;
    MemorySegment first;
    MemorySegment second;
    MemorySegment third;
    private float sum;

    /// Bytes outside of the heap that each thread needs for the walks, whatever they begin at.
    public static long nativeBytes(List<Walk> walks) {
        return arrayBytes(walks) + BEGINNING;
    }

    private static long arrayBytes(List<Walk> walks) {
        long most = walks.stream()
                .mapToLong(one -> (long) one.pattern().arrays() * one.range())
                .max().orElseThrow();
        return Math.max(most, Pattern.ADD.arrays() * Streams.STEP) + THIRD;
    }

    @Setup(Level.Trial)
    public void allocate() {
        inTurn = Walk.read(walks);
        all = Arena.ofAuto().allocate(arrayBytes(inTurn), BEGINNING);
        take(new Walk(Pattern.ADD, Streams.STEP));
        ShortCalls.make(turns -> sum += Streams.load(first, Streams.STEP, turns * Streams.STEP));
        ShortCalls.make(turns -> Streams.copy(first, second, Streams.STEP, turns * Streams.STEP));
        ShortCalls.make(turns -> Streams.arraycopy(first, second, Streams.STEP, turns * Streams.STEP));
        ShortCalls.make(turns -> Streams.add(first, second, third, Streams.STEP, turns * Streams.STEP));
    }

    @Setup(Level.Iteration)
    public void takeTheNext(IterationParams params) {
        boolean warmup = params.getType() == IterationType.WARMUP;
        int ofEach = warmup ? 1 : Math.max(1, params.getCount() / inTurn.size());
        take(inTurn.get(iteration++ / ofEach % inTurn.size()));
        if (warmup && iteration == params.getCount()) {
            iteration = 0;
        }
    }

    /// Lays the walk's arrays behind each other, however long the other walks' are.
    void take(Walk next) {
        walk = next;
        int range = walk.range();
        first = all.asSlice(0, range);
        second = walk.pattern().arrays() < 2 ? null : all.asSlice(range + SECOND, range);
        third = walk.pattern().arrays() < 3 ? null : all.asSlice(2L * range + THIRD, range);
    }

    /// @return the sum of what was loaded, so that none of it can be left out; what is stored can not
    @Benchmark
    public float walk() {
        int bytes = walk.range();
        int walked = walk.walked();
        switch (walk.pattern()) {
            case LOAD -> sum = Streams.load(first, bytes, walked);
            case COPY -> Streams.copy(first, second, bytes, walked);
            case ARRAYCOPY -> Streams.arraycopy(first, second, bytes, walked);
            case ADD -> Streams.add(first, second, third, bytes, walked);
        }
        return sum;
    }
}
