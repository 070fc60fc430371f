package dev.lanes.ceiling;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Fused multiply-adds that touch registers only, in chains that do not wait for each other.
///
/// A processor that begins `p` of them per cycle and takes `l` cycles for each needs `p * l` chains to be busy: 4 to 10
/// on x86, up to 16 on Arm cores with four units. Every chain takes a register, and one holds the factor: as many
/// chains as AVX2 has room for, with its 16 registers.
final class FmaChains {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 15;

    private FmaChains() {}

    /// Useful operations of [#run]: a multiplication and an addition for every lane of every chain.
    static double flops(int steps) {
        return 2.0 * CHAINS * SPECIES.length() * steps;
    }

    /// Adds `factor` times `factor` to every number of every chain, `steps` times.
    ///
    /// @return the sum of all numbers, so that none of it can be left out
    static float run(float factor, int steps) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
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
        for (int step = 0; step < steps; step++) {
            sum0 = factors.fma(factors, sum0);
            sum1 = factors.fma(factors, sum1);
            sum2 = factors.fma(factors, sum2);
            sum3 = factors.fma(factors, sum3);
            sum4 = factors.fma(factors, sum4);
            sum5 = factors.fma(factors, sum5);
            sum6 = factors.fma(factors, sum6);
            sum7 = factors.fma(factors, sum7);
            sum8 = factors.fma(factors, sum8);
            sum9 = factors.fma(factors, sum9);
            sum10 = factors.fma(factors, sum10);
            sum11 = factors.fma(factors, sum11);
            sum12 = factors.fma(factors, sum12);
            sum13 = factors.fma(factors, sum13);
            sum14 = factors.fma(factors, sum14);
        }
        FloatVector low = sum0.add(sum1).add(sum2).add(sum3).add(sum4).add(sum5).add(sum6).add(sum7);
        FloatVector high = sum8.add(sum9).add(sum10).add(sum11).add(sum12).add(sum13).add(sum14);
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }
}
