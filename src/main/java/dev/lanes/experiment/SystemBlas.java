package dev.lanes.experiment;

import dev.lanes.blas.Blas;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The machine's BLAS library on the calling thread alone: a variant that takes one as
/// its argument is unavailable where there is no such library.
@State(Scope.Benchmark)
public class SystemBlas {
    /// Other threads than the calling one would make it another comparison.
    @Setup
    public void useThreads() {
        Blas.useThreads(1);
    }

    /// As [Blas#multiply].
    public void multiply(float[] left, float[] right, float[] product,
            int rows, int inner, int columns) {
        Blas.multiply(left, right, product, rows, inner, columns);
    }
}
