package dev.lanes.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What one core can do at most: multiply and add in registers, or move numbers through arrays of a given size.
@State(Scope.Benchmark)
public class Ceilings {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int VECTOR = SPECIES.vectorByteSize();
    private static final int LINE = 64;
    private static final int STEPS = 4_096;
    private static final int CHAINS = 10;

    /// Bytes of each array; a multiple of four vectors.
    @Param("65536")
    public int bytes;

    /// Not a constant, or the compiler could add it up by itself.
    public float factor = 1e-3f;

    private MemorySegment first;
    private MemorySegment second;
    private MemorySegment third;

    /// Operations of a call of [#fusedMultiplyAdd].
    static double flops() {
        return 2.0 * CHAINS * SPECIES.length() * STEPS;
    }

    @Setup
    public void allocate() {
        first = Arena.ofAuto().allocate(bytes, LINE);
        second = Arena.ofAuto().allocate(bytes, LINE);
        third = Arena.ofAuto().allocate(bytes, LINE);
    }

    /// Chains enough that none waits for another, in registers only.
    @Benchmark
    public float fusedMultiplyAdd() {
        FloatVector by = FloatVector.broadcast(SPECIES, factor);
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        FloatVector sum4 = sum0;
        FloatVector sum5 = sum0;
        FloatVector sum6 = sum0;
        FloatVector sum7 = sum0;
        FloatVector sum8 = sum0;
        FloatVector sum9 = sum0;
        for (int step = 0; step < STEPS; step++) {
            sum0 = by.fma(by, sum0);
            sum1 = by.fma(by, sum1);
            sum2 = by.fma(by, sum2);
            sum3 = by.fma(by, sum3);
            sum4 = by.fma(by, sum4);
            sum5 = by.fma(by, sum5);
            sum6 = by.fma(by, sum6);
            sum7 = by.fma(by, sum7);
            sum8 = by.fma(by, sum8);
            sum9 = by.fma(by, sum9);
        }
        return sum0.add(sum1).add(sum2).add(sum3).add(sum4)
                .add(sum5.add(sum6).add(sum7).add(sum8).add(sum9))
                .reduceLanes(VectorOperators.ADD);
    }

    /// Adds up one array.
    @Benchmark
    public float load() {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (long at = 0; at < bytes; at += 4L * VECTOR) {
            sum0 = sum0.add(vector(first, at));
            sum1 = sum1.add(vector(first, at + VECTOR));
            sum2 = sum2.add(vector(first, at + 2L * VECTOR));
            sum3 = sum3.add(vector(first, at + 3L * VECTOR));
        }
        return sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
    }

    /// Sets one array to another.
    @Benchmark
    public MemorySegment copy() {
        for (long at = 0; at < bytes; at += VECTOR) {
            vector(first, at).intoMemorySegment(second, at, ORDER);
        }
        return second;
    }

    /// Sets one array to the sum of two others.
    @Benchmark
    public MemorySegment add() {
        for (long at = 0; at < bytes; at += VECTOR) {
            vector(first, at).add(vector(second, at)).intoMemorySegment(third, at, ORDER);
        }
        return third;
    }

    private static FloatVector vector(MemorySegment data, long at) {
        return FloatVector.fromMemorySegment(SPECIES, data, at, ORDER);
    }
}
