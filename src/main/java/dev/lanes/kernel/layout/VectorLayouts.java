package dev.lanes.kernel.layout;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Layouts] on the vector unit, for the layout whose numbers are neighbours
/// a row at a time.
public final class VectorLayouts {
    private VectorLayouts() {}

    /// As [Layouts#rows].
    public static void rows(float[][] matrix, float factor, float[] product) {
        int start = 0;
        for (float[] row : matrix) {
            int wholeVectors = FLOATS.loopBound(row.length);
            for (int column = 0; column < wholeVectors; column += COUNT) {
                // Said outright, so nothing has to be known about an overlap.
                FloatVector.fromArray(FLOATS, row, column).mul(factor)
                        .intoArray(product, start + column);
            }
            for (int column = wholeVectors; column < row.length; column++) {
                product[start + column] = row[column] * factor;
            }
            start += row.length;
        }
    }
}
