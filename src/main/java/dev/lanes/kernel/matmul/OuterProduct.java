package dev.lanes.kernel.matmul;

/// The product of a column and a row, added to a matrix: what one sample adds to the
/// gradient of a dense layer's weights, its inputs being the column and its errors the
/// row.
public final class OuterProduct {
    private OuterProduct() {}

    /// Adds `column[i] * row[j]` to each number of `sums (column, row)`; the sizes are
    /// the lengths of the arrays.
    public static void add(float[] column, float[] row, float[] sums) {
        addRows(column, row, sums, 0, column.length);
    }

    /// The same for the rows `from` (included) to `to` (excluded) of `sums` only.
    public static void addRows(
            float[] column, float[] row, float[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            float factor = column[i];
            for (int j = 0; j < row.length; j++) {
                // No lanes: for all the JIT of JDK 25 knows, sums and row are one array.
                sums[i * row.length + j] += factor * row[j];
            }
        }
    }
}
