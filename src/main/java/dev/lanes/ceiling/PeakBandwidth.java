package dev.lanes.ceiling;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
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

    /// Where the first array begins. First-level caches of AMD find a line by a few bits made of its whole address, and
    /// two pages for which these are equal drive each other out although there is room: in the midst of 16 KB that
    /// crossed a multiple of 64 MB, and were read at half the rate. An aligned and short stretch has no two such pages.
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
    private MemorySegment first;
    private MemorySegment second;
    private MemorySegment third;
    private float sum;

    @Setup(Level.Trial)
    public void allocate() {
        inTurn = Walk.read(walks);
        long most = inTurn.stream()
                .mapToLong(one -> (long) one.pattern().arrays() * one.range())
                .max().orElseThrow();
        all = Arena.ofAuto().allocate(Math.max(most, Pattern.ADD.arrays() * Streams.STEP) + THIRD, BEGINNING);
        take(new Walk(Pattern.ADD, Streams.STEP));
        ShortCalls.make(turns -> sum += Streams.load(first, Streams.STEP, turns * Streams.STEP));
        ShortCalls.make(turns -> Streams.copy(first, second, Streams.STEP, turns * Streams.STEP));
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
    private void take(Walk next) {
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
            case ADD -> Streams.add(first, second, third, bytes, walked);
        }
        return sum;
    }
}
