package dev.lanes.ceiling;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Long walks over ranges of memory, however short: one loop that goes round and round, so that the start of a loop is
/// paid once and not once for every round.
///
/// Ranges begin at a cache line, so that no vector lies across two; they are outside the heap, since an array begins
/// wherever it happens to. Their `bytes` are a power of two and at least [#STEP].
final class Streams {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int VECTOR = SPECIES.vectorByteSize();

    /// Bytes of a turn of the loop: eight vectors.
    static final int STEP = 8 * VECTOR;

    private Streams() {}

    /// Adds up what is in the first `bytes` of `data`, again and again until `walked` bytes are read.
    static float load(MemorySegment data, long bytes, long walked) {
        long mask = bytes - 1;
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        FloatVector sum4 = sum0;
        FloatVector sum5 = sum0;
        FloatVector sum6 = sum0;
        FloatVector sum7 = sum0;
        for (long at = 0; at < walked; at += STEP) {
            long here = at & mask;
            sum0 = sum0.add(vector(data, here));
            sum1 = sum1.add(vector(data, here + VECTOR));
            sum2 = sum2.add(vector(data, here + 2 * VECTOR));
            sum3 = sum3.add(vector(data, here + 3 * VECTOR));
            sum4 = sum4.add(vector(data, here + 4 * VECTOR));
            sum5 = sum5.add(vector(data, here + 5 * VECTOR));
            sum6 = sum6.add(vector(data, here + 6 * VECTOR));
            sum7 = sum7.add(vector(data, here + 7 * VECTOR));
        }
        return sum0.add(sum1).add(sum2).add(sum3).add(sum4).add(sum5).add(sum6).add(sum7)
                .reduceLanes(VectorOperators.ADD);
    }

    /// Copies the first `bytes` of `from` to `to`, again and again until `walked` bytes are written.
    static void copy(MemorySegment from, MemorySegment to, long bytes, long walked) {
        long mask = bytes - 1;
        for (long at = 0; at < walked; at += STEP) {
            long here = at & mask;
            vector(from, here).intoMemorySegment(to, here, ORDER);
            vector(from, here + VECTOR).intoMemorySegment(to, here + VECTOR, ORDER);
            vector(from, here + 2 * VECTOR).intoMemorySegment(to, here + 2 * VECTOR, ORDER);
            vector(from, here + 3 * VECTOR).intoMemorySegment(to, here + 3 * VECTOR, ORDER);
            vector(from, here + 4 * VECTOR).intoMemorySegment(to, here + 4 * VECTOR, ORDER);
            vector(from, here + 5 * VECTOR).intoMemorySegment(to, here + 5 * VECTOR, ORDER);
            vector(from, here + 6 * VECTOR).intoMemorySegment(to, here + 6 * VECTOR, ORDER);
            vector(from, here + 7 * VECTOR).intoMemorySegment(to, here + 7 * VECTOR, ORDER);
        }
    }

    /// Copies the first `bytes` of `from` to `to` by the JVM's own copying, again and again until `walked` bytes are
    /// written.
    static void arraycopy(MemorySegment from, MemorySegment to, long bytes, long walked) {
        for (long at = 0; at < walked; at += bytes) {
            MemorySegment.copy(from, 0, to, 0, bytes);
        }
    }

    /// Sets the first `bytes` of `sum` to `left` plus `right`, again and again until `walked` bytes are written.
    static void add(MemorySegment left, MemorySegment right, MemorySegment sum, long bytes, long walked) {
        long mask = bytes - 1;
        for (long at = 0; at < walked; at += STEP) {
            long here = at & mask;
            addOne(left, right, sum, here);
            addOne(left, right, sum, here + VECTOR);
            addOne(left, right, sum, here + 2 * VECTOR);
            addOne(left, right, sum, here + 3 * VECTOR);
            addOne(left, right, sum, here + 4 * VECTOR);
            addOne(left, right, sum, here + 5 * VECTOR);
            addOne(left, right, sum, here + 6 * VECTOR);
            addOne(left, right, sum, here + 7 * VECTOR);
        }
    }

    private static void addOne(MemorySegment left, MemorySegment right, MemorySegment sum, long at) {
        vector(left, at).add(vector(right, at)).intoMemorySegment(sum, at, ORDER);
    }

    private static FloatVector vector(MemorySegment data, long at) {
        return FloatVector.fromMemorySegment(SPECIES, data, at, ORDER);
    }
}
