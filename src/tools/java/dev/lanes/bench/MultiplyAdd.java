package dev.lanes.bench;

import dev.lanes.experiment.SeededInputs;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A fused multiply-add for every number of an array, which no experiment has alone.
@State(Scope.Benchmark)
public class MultiplyAdd {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    /// A multiple of any register's lanes.
    private static final int COUNT = 15_625 * 64;

    private float[] numbers;
    private float[] results;

    @Setup
    public void fill() {
        numbers = SeededInputs.uniform(SeededInputs.random(), COUNT, -1, 1);
        results = new float[COUNT];
    }

    @Benchmark
    public float[] multiplyAdd() {
        FloatVector factors = FloatVector.broadcast(FLOATS, 1.7f);
        FloatVector addends = FloatVector.broadcast(FLOATS, -0.3f);
        for (int at = 0; at < numbers.length; at += FLOATS.length()) {
            FloatVector.fromArray(FLOATS, numbers, at).fma(factors, addends).intoArray(results, at);
        }
        return results;
    }
}
