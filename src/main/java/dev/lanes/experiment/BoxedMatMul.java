package dev.lanes.experiment;

import java.util.List;

/// The matrix product on lists of objects, as an interpreted language computes it.
public final class BoxedMatMul {
    private BoxedMatMul() {}

    /// Sets `product`, row after row, to `left` times `right`, each a list of its rows:
    /// loops i, j, k, as in the definition.
    public static void byDotProducts(
            List<List<Float>> left, List<List<Float>> right, List<Float> product) {
        int columns = right.getFirst().size();
        for (int i = 0; i < left.size(); i++) {
            List<Float> row = left.get(i);
            for (int j = 0; j < columns; j++) {
                float sum = 0;
                for (int k = 0; k < row.size(); k++) {
                    // Slow: three lists and two objects are asked for one product.
                    sum += row.get(k) * right.get(k).get(j);
                }
                product.set(i * columns + j, sum);
            }
        }
    }
}
