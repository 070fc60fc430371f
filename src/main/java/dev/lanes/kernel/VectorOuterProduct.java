package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [OuterProduct] on the vector unit.
public final class VectorOuterProduct {
    private VectorOuterProduct() {}

    /// As [OuterProduct#add].
    public static void add(float[] left, float[] right, float[] sums) {
        int columns = right.length;
        int wholeVectors = FLOATS.loopBound(columns);
        for (int row = 0; row < left.length; row++) {
            FloatVector factor = FloatVector.broadcast(FLOATS, left[row]);
            int start = row * columns;
            for (int column = 0; column < wholeVectors; column += COUNT) {
                FloatVector sum = FloatVector.fromArray(FLOATS, sums, start + column);
                factor.fma(FloatVector.fromArray(FLOATS, right, column), sum)
                        .intoArray(sums, start + column);
            }
            for (int column = wholeVectors; column < columns; column++) {
                sums[start + column] += left[row] * right[column];
            }
        }
    }
}
