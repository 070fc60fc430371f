package dev.lanes.kernel.layout;

/// A matrix times a number, for matrices that are laid out in memory in different ways.
///
/// All write the product row after row into one array, `(rows, columns)`.
public final class Layouts {
    private Layouts() {}

    /// Every number is an object: `matrix (rows, columns)` holds where each of them is.
    public static void objects(Float[][] matrix, float factor, float[] product) {
        int to = 0;
        for (Float[] row : matrix) {
            for (Float number : row) {
                // Slow: one load finds out where the number is, a second one gets it.
                product[to++] = number * factor;
            }
        }
    }

    /// Every row is an array of its own.
    public static void rows(float[][] matrix, float factor, float[] product) {
        int start = 0;
        for (float[] row : matrix) {
            for (int column = 0; column < row.length; column++) {
                // No lanes: for all the JIT of JDK 25 knows, product may overlap the row.
                product[start + column] = row[column] * factor;
            }
            start += row.length;
        }
    }

    /// The number of row `i` and column `j` is at `i * rowStride + j * columnStride`.
    public static void strided(
            float[] view, int rowStride, int columnStride, float factor,
            float[] product, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                // Slow: what lies between two numbers of a view is fetched for nothing.
                float number = view[row * rowStride + column * columnStride];
                product[row * columns + column] = number * factor;
            }
        }
    }
}
