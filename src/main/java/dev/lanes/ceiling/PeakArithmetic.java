package dev.lanes.ceiling;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The rate of fused multiply-adds in the widest registers.
@State(Scope.Thread)
public class PeakArithmetic {
    private static final int STEPS = 1_024;

    /// Not a constant, or the compiler could add it up by itself.
    public float factor = 1e-3f;

    private float warm;

    /// Useful operations of one call.
    public static double flops() {
        return FmaChains.flops(STEPS);
    }

    @Setup(Level.Trial)
    public void compile() {
        ShortCalls.make(turns -> warm += FmaChains.run(factor, turns));
    }

    @Benchmark
    public float fusedMultiplyAdd() {
        return FmaChains.run(factor, STEPS);
    }
}
