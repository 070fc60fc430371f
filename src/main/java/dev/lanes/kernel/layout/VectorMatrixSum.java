package dev.lanes.kernel.layout;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [MatrixSum] on the vector unit.
public final class VectorMatrixSum {
    private VectorMatrixSum() {}

    /// Walks along one row after another of a `(rows, columns)` matrix, many numbers a
    /// step.
    public static double byRows(float[] matrix, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += sum(matrix, row * columns, columns);
        }
        return total;
    }

    private static float sum(float[] numbers, int start, int count) {
        // Four sums take turns: none has to wait until its last addition is through.
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int at = 0;
        for (; at <= count - 4 * COUNT; at += 4 * COUNT) {
            int from = start + at;
            sum0 = sum0.add(FloatVector.fromArray(FLOATS, numbers, from));
            sum1 = sum1.add(FloatVector.fromArray(FLOATS, numbers, from + COUNT));
            sum2 = sum2.add(FloatVector.fromArray(FLOATS, numbers, from + 2 * COUNT));
            sum3 = sum3.add(FloatVector.fromArray(FLOATS, numbers, from + 3 * COUNT));
        }
        for (; at <= count - COUNT; at += COUNT) {
            sum0 = sum0.add(FloatVector.fromArray(FLOATS, numbers, start + at));
        }
        // Adding across lanes is slow, so it happens once.
        float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        for (; at < count; at++) {
            sum += numbers[start + at];
        }
        return sum;
    }
}
