package dev.lanes.kernel.net;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Bias] on the vector unit.
public final class VectorBias {
    private VectorBias() {}

    /// As [Bias#add].
    public static void add(float[] matrix, float[] biases, int fromRow, int toRow) {
        int columns = biases.length;
        int wholeVectors = FLOATS.loopBound(columns);
        for (int row = fromRow; row < toRow; row++) {
            int start = row * columns;
            for (int column = 0; column < wholeVectors; column += COUNT) {
                FloatVector.fromArray(FLOATS, matrix, start + column)
                        .add(FloatVector.fromArray(FLOATS, biases, column))
                        .intoArray(matrix, start + column);
            }
            for (int column = wholeVectors; column < columns; column++) {
                matrix[start + column] += biases[column];
            }
        }
    }

    /// As [Bias#addAndRectify].
    public static void addAndRectify(
            float[] matrix, float[] biases, int fromRow, int toRow) {
        int columns = biases.length;
        int wholeVectors = FLOATS.loopBound(columns);
        for (int row = fromRow; row < toRow; row++) {
            int start = row * columns;
            for (int column = 0; column < wholeVectors; column += COUNT) {
                FloatVector.fromArray(FLOATS, matrix, start + column)
                        .add(FloatVector.fromArray(FLOATS, biases, column))
                        .max(0)
                        .intoArray(matrix, start + column);
            }
            for (int column = wholeVectors; column < columns; column++) {
                float sum = matrix[start + column] + biases[column];
                matrix[start + column] = Math.max(sum, 0);
            }
        }
    }
}
