package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [OuterProduct] on the vector unit.
public final class VectorOuterProduct {
    private VectorOuterProduct() {}

    /// As [OuterProduct#add].
    public static void add(float[] column, float[] row, float[] sums) {
        addRows(column, row, sums, 0, column.length);
    }

    /// As [OuterProduct#addRows].
    public static void addRows(
            float[] column, float[] row, float[] sums, int from, int to) {
        int wholeVectors = FLOATS.loopBound(row.length);
        for (int i = from; i < to; i++) {
            int start = i * row.length;
            FloatVector factor = FloatVector.broadcast(FLOATS, column[i]);
            for (int j = 0; j < wholeVectors; j += COUNT) {
                FloatVector before = FloatVector.fromArray(FLOATS, sums, start + j);
                FloatVector errors = FloatVector.fromArray(FLOATS, row, j);
                factor.fma(errors, before).intoArray(sums, start + j);
            }
            for (int j = wholeVectors; j < row.length; j++) {
                sums[start + j] += column[i] * row[j];
            }
        }
    }
}
