package dev.lanes.kernel;

/// Every number of one array times every number of another. It is the gradient of a
/// dense layer's weights for one sample: the layer's inputs times its output errors.
public final class OuterProduct {
    private OuterProduct() {}

    /// Adds the products of `left (rows)` and `right (columns)` to
    /// `sums (rows, columns)`.
    public static void add(float[] left, float[] right, float[] sums) {
        int columns = right.length;
        for (int row = 0; row < left.length; row++) {
            float factor = left[row];
            for (int column = 0; column < columns; column++) {
                sums[row * columns + column] += factor * right[column];
            }
        }
    }
}
