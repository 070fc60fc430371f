package dev.lanes.kernel.layout;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/// Ways to add to a counter of eight bytes somewhere in memory, again and again.
///
/// A place is an offset in bytes, and a multiple of eight. The step is an argument
/// because the JIT may make one addition of a whole loop that adds a step it knows.
public final class Counters {
    private static final VarHandle COUNTER = ValueLayout.JAVA_LONG.varHandle();

    private Counters() {}

    /// Adds `step` to the counter at `place` `times` times, in memory.
    ///
    /// Opaque: every read and write happens, without a fence and without a lock. It is
    /// what a counter needs that others look at while it counts. Only one thread may
    /// write to a place.
    public static void addInMemory(
            MemorySegment memory, long place, int times, long step) {
        for (int time = 0; time < times; time++) {
            long count = (long) COUNTER.getOpaque(memory, place);
            COUNTER.setOpaque(memory, place, count + step);
        }
    }

    /// The same in steps that nobody can come between; any thread may write to a place.
    public static void addAtomically(
            MemorySegment memory, long place, int times, long step) {
        for (int time = 0; time < times; time++) {
            // Slow: the core has to own the line before it can go on.
            COUNTER.getAndAdd(memory, place, step);
        }
    }

    /// Adds `step` `times` times to a number of the thread's own, and that to the counter
    /// at `place`.
    public static void addLocally(
            MemorySegment memory, long place, int times, long step) {
        long count = 0;
        for (int time = 0; time < times; time++) {
            count += step;
        }
        memory.set(ValueLayout.JAVA_LONG, place,
                memory.get(ValueLayout.JAVA_LONG, place) + count);
    }
}
