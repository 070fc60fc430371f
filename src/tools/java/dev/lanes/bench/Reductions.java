package dev.lanes.bench;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.dot.VectorDot;
import dev.lanes.kernel.layout.VectorMatrixSum;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Many numbers to one, for which no experiment has both at one size.
@State(Scope.Benchmark)
public class Reductions {
    static final int COUNT = 16_384;

    private float[] left;
    private float[] right;

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        left = SeededInputs.uniform(random, COUNT, -1, 1);
        right = SeededInputs.uniform(random, COUNT, -1, 1);
    }

    @Benchmark
    public double sum() {
        return VectorMatrixSum.byRows(left, 1, COUNT);
    }

    @Benchmark
    public float dot() {
        return VectorDot.fourSums(left, right);
    }
}
