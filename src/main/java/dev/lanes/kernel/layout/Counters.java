package dev.lanes.kernel.layout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Ways to add to a counter that lies in an array, again and again.
///
/// The step is an argument because the JIT may make one addition of a whole loop that
/// adds a step it knows.
public final class Counters {
    private static final VarHandle ELEMENT =
            MethodHandles.arrayElementVarHandle(long[].class);

    private Counters() {}

    /// Adds `step` to `counters[place]` `times` times, in memory.
    ///
    /// Opaque: every read and write happens, without a fence and without a lock. It is
    /// what a counter needs that others look at while it counts. Only one thread may
    /// write to a place.
    public static void addInMemory(long[] counters, int place, int times, long step) {
        for (int time = 0; time < times; time++) {
            long count = (long) ELEMENT.getOpaque(counters, place);
            ELEMENT.setOpaque(counters, place, count + step);
        }
    }

    /// Adds `step` `times` times to a number of the thread's own, and that to
    /// `counters[place]`.
    public static void addLocally(long[] counters, int place, int times, long step) {
        long count = 0;
        for (int time = 0; time < times; time++) {
            count += step;
        }
        counters[place] += count;
    }
}
