package dev.lanes.bench;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.layout.VectorTranspose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The transpose of a square matrix, and nothing else.
@State(Scope.Benchmark)
public class Transposition {
    @Param("1000")
    public int size;

    private float[] matrix;
    private float[] transposed;

    @Setup
    public void fill() {
        matrix = SeededInputs.uniform(SeededInputs.random(), size * size, -1, 1);
        transposed = new float[size * size];
    }

    @Benchmark
    public float[] transpose() {
        VectorTranspose.bySquares(matrix, transposed, size, size);
        return transposed;
    }
}
