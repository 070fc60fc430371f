package dev.lanes.ceiling;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Fused multiply-adds that touch registers only, in chains that do not wait for each other.
///
/// A processor that begins `p` of them per cycle and takes `l` cycles for each needs `p * l` chains to be busy: 4 to 10
/// on x86, up to 16 on Arm cores with four units. Every chain takes a register, and two hold the factors: AVX2 has 16
/// registers, AVX-512 and Arm have 32.
final class FmaChains {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int FEW = 12;
    private static final int MANY = 16;
    private static final boolean MANY_REGISTERS =
            SPECIES.length() >= 16 || System.getProperty("os.arch").equals("aarch64");
    private static final int CHAINS = MANY_REGISTERS ? MANY : FEW;

    private FmaChains() {}

    /// Useful operations of [#run]: a multiplication and an addition for every lane of every chain.
    static double flops(int steps) {
        return 2.0 * CHAINS * SPECIES.length() * steps;
    }

    /// Adds `factor` times `factor` to every number of every chain, `steps` times.
    ///
    /// @return the sum of all numbers, so that none of it can be left out
    static float run(float factor, int steps) {
        return CHAINS == MANY ? many(factor, steps) : few(factor, steps);
    }

    private static float few(float factor, int steps) {
        FloatVector left = FloatVector.broadcast(SPECIES, factor);
        FloatVector right = FloatVector.broadcast(SPECIES, factor);
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
        FloatVector sum10 = sum0;
        FloatVector sum11 = sum0;
        for (int step = 0; step < steps; step++) {
            sum0 = left.fma(right, sum0);
            sum1 = left.fma(right, sum1);
            sum2 = left.fma(right, sum2);
            sum3 = left.fma(right, sum3);
            sum4 = left.fma(right, sum4);
            sum5 = left.fma(right, sum5);
            sum6 = left.fma(right, sum6);
            sum7 = left.fma(right, sum7);
            sum8 = left.fma(right, sum8);
            sum9 = left.fma(right, sum9);
            sum10 = left.fma(right, sum10);
            sum11 = left.fma(right, sum11);
        }
        FloatVector low = sum0.add(sum1).add(sum2).add(sum3).add(sum4).add(sum5);
        FloatVector high = sum6.add(sum7).add(sum8).add(sum9).add(sum10).add(sum11);
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }

    private static float many(float factor, int steps) {
        FloatVector left = FloatVector.broadcast(SPECIES, factor);
        FloatVector right = FloatVector.broadcast(SPECIES, factor);
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
        FloatVector sum10 = sum0;
        FloatVector sum11 = sum0;
        FloatVector sum12 = sum0;
        FloatVector sum13 = sum0;
        FloatVector sum14 = sum0;
        FloatVector sum15 = sum0;
        for (int step = 0; step < steps; step++) {
            sum0 = left.fma(right, sum0);
            sum1 = left.fma(right, sum1);
            sum2 = left.fma(right, sum2);
            sum3 = left.fma(right, sum3);
            sum4 = left.fma(right, sum4);
            sum5 = left.fma(right, sum5);
            sum6 = left.fma(right, sum6);
            sum7 = left.fma(right, sum7);
            sum8 = left.fma(right, sum8);
            sum9 = left.fma(right, sum9);
            sum10 = left.fma(right, sum10);
            sum11 = left.fma(right, sum11);
            sum12 = left.fma(right, sum12);
            sum13 = left.fma(right, sum13);
            sum14 = left.fma(right, sum14);
            sum15 = left.fma(right, sum15);
        }
        FloatVector low = sum0.add(sum1).add(sum2).add(sum3).add(sum4).add(sum5).add(sum6).add(sum7);
        FloatVector high = sum8.add(sum9).add(sum10).add(sum11).add(sum12).add(sum13).add(sum14).add(sum15);
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }
}
