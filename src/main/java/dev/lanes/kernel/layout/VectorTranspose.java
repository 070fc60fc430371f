package dev.lanes.kernel.layout;

import static dev.lanes.kernel.Lanes.COUNT;

/// The twin of [Transpose] on the vector unit: squares with a vector along each side are
/// turned in registers; what is left at two edges is left to the twin.
public final class VectorTranspose {
    /// Numbers along a side of such a square.
    private static final int SIDE = Math.clamp(COUNT, SquareOf4.SIDE, SquareOf16.SIDE);

    private VectorTranspose() {}

    /// Sets `transposed (columns, rows)` to the transpose of `matrix (rows, columns)`;
    /// they are two arrays.
    public static void bySquares(
            float[] matrix, float[] transposed, int rows, int columns) {
        int wholeRows = rows - rows % SIDE;
        int wholeColumns = columns - columns % SIDE;
        for (int column = 0; column < wholeColumns; column += SIDE) {
            // Down the matrix is along the result: its cache lines are written whole.
            for (int row = 0; row < wholeRows; row += SIDE) {
                turn(matrix, row * columns + column, columns,
                        transposed, column * rows + row, rows);
            }
        }
        Transpose.part(matrix, transposed, 0, rows, wholeColumns, columns, rows, columns);
        Transpose.part(matrix, transposed, wholeRows, rows, 0, wholeColumns,
                rows, columns);
    }

    private static void turn(
            float[] matrix, int from, int stride, float[] result, int to, int toStride) {
        switch (SIDE) {
            case SquareOf16.SIDE ->
                SquareOf16.turn(matrix, from, stride, result, to, toStride);
            case SquareOf8.SIDE ->
                SquareOf8.turn(matrix, from, stride, result, to, toStride);
            default -> SquareOf4.turn(matrix, from, stride, result, to, toStride);
        }
    }
}
