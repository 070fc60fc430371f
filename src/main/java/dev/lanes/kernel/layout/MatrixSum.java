package dev.lanes.kernel.layout;

/// The sum of all numbers of a matrix, number by number; the orders differ and nothing
/// else.
///
/// Each row or column is summed as a float, and these sums as a double, where even
/// millions of them lose nothing that matters.
public final class MatrixSum {
    private MatrixSum() {}

    /// Walks down one column after another of a `(rows, columns)` matrix.
    ///
    /// @param pitch numbers from the beginning of one row to that of the next: `columns`,
    ///     or more where something lies between them
    public static double byColumns(float[] matrix, int rows, int columns, int pitch) {
        double total = 0;
        for (int column = 0; column < columns; column++) {
            float columnSum = 0;
            for (int row = 0; row < rows; row++) {
                // Slow: the next number lies a row away, on a cache line of its own.
                columnSum += matrix[row * pitch + column];
            }
            total += columnSum;
        }
        return total;
    }

    /// Walks along one row after another of a `(rows, columns)` matrix.
    public static double byRows(float[] matrix, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            float rowSum = 0;
            for (int column = 0; column < columns; column++) {
                // Fast: the next number lies beside this one and came with the same
                // line.
                rowSum += matrix[row * columns + column];
            }
            total += rowSum;
        }
        return total;
    }
}
