package dev.lanes.experiment;

import dev.lanes.blas.Blas;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The machine's BLAS library with threads of its own: one for each processor, as far as
/// it was built for so many.
@State(Scope.Benchmark)
public class SystemBlasOnAllCores extends SystemBlas {
    @Setup
    @Override
    public void useThreads() {
        Blas.useThreads(Runtime.getRuntime().availableProcessors());
    }
}
