package dev.lanes.kernel.layout;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The order that numbers of two vectors take when they are pushed into each other like
/// the teeth of a zip: first of the one, first of the other, second of the one.
///
/// Such an order is itself a vector, for [FloatVector#selectFrom]: numbers below the lane
/// count mean lanes of the first vector, those above it lanes of the second.
final class ZipOrder {
    private ZipOrder() {}

    /// The order of the front halves, `a0 b0 a1 b1`.
    static FloatVector front(VectorSpecies<Float> species) {
        return from(0, species);
    }

    /// The order of the back halves, `a2 b2 a3 b3` where there are four lanes.
    static FloatVector back(VectorSpecies<Float> species) {
        return from(species.length() / 2, species);
    }

    private static FloatVector from(int first, VectorSpecies<Float> species) {
        float[] order = new float[species.length()];
        for (int lane = 0; lane < order.length; lane++) {
            order[lane] = first + lane / 2 + (lane % 2) * order.length;
        }
        return FloatVector.fromArray(species, order, 0);
    }
}
