package dev.lanes.kernel.layout;

/// A matrix with its rows made columns.
public final class Transpose {
    /// Numbers along a side of a tile: a few cache lines, and two tiles fit in any L1
    /// cache.
    private static final int TILE = 32;

    private Transpose() {}

    /// Sets `transposed (columns, rows)` to the transpose of `matrix (rows, columns)`, one
    /// square tile after another, of the rows and columns from `from` (included) to `to`
    /// (excluded) and no others; they are two arrays.
    static void part(
            float[] matrix, float[] transposed, int fromRow, int toRow,
            int fromColumn, int toColumn, int rows, int columns) {
        for (int row = fromRow; row < toRow; row += TILE) {
            int lastRow = Math.min(row + TILE, toRow);
            for (int column = fromColumn; column < toColumn; column += TILE) {
                int lastColumn = Math.min(column + TILE, toColumn);
                // Better: lines are still in the cache when their next number comes.
                tile(matrix, transposed, row, lastRow, column, lastColumn,
                        rows, columns);
            }
        }
    }

    private static void tile(
            float[] matrix, float[] transposed, int fromRow, int toRow,
            int fromColumn, int toColumn, int rows, int columns) {
        for (int column = fromColumn; column < toColumn; column++) {
            for (int row = fromRow; row < toRow; row++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
    }
}
