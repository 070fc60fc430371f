package dev.lanes.kernel.net;

/// What a dense layer does to a batch once the weighted sums are made: the same biases
/// are added to every row, and a rectifier may follow.
public final class Bias {
    private Bias() {}

    /// Adds `biases (columns)` to each row of `matrix` from `fromRow` (included) to
    /// `toRow` (excluded).
    public static void add(float[] matrix, float[] biases, int fromRow, int toRow) {
        int columns = biases.length;
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 0; column < columns; column++) {
                matrix[row * columns + column] += biases[column];
            }
        }
    }

    /// As [#add], and rectifies in the same pass.
    public static void addAndRectify(
            float[] matrix, float[] biases, int fromRow, int toRow) {
        int columns = biases.length;
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                matrix[at] = Math.max(matrix[at] + biases[column], 0);
            }
        }
    }
}
