package dev.lanes.bench;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.VectorElementwise;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A fused multiply-add for every number of an array, which no experiment has alone.
@State(Scope.Benchmark)
public class MultiplyAdd {
    private static final int COUNT = 1_000_000;

    private float[] numbers;
    private float[] results;

    @Setup
    public void fill() {
        numbers = SeededInputs.uniform(SeededInputs.random(), COUNT, -1, 1);
        results = new float[COUNT];
    }

    @Benchmark
    public float[] multiplyAdd() {
        VectorElementwise.multiplyAdd(numbers, 1.7f, -0.3f, results, 0, COUNT);
        return results;
    }
}
