package dev.lanes.kernel.matmul;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The right matrix of a product, put into the order in which [BlockedMatMul] reads it:
/// panels of a few neighbouring columns, in each of them row after row, the last panel
/// filled up with zeros.
public final class Panels {
    /// Columns of a panel.
    public static final int WIDTH = 2 * COUNT;

    private Panels() {}

    /// How many panels `columns` are cut into.
    public static int count(int columns) {
        return Math.ceilDiv(columns, WIDTH);
    }

    /// Floats that `right (inner, columns)` takes up once packed.
    public static int length(int inner, int columns) {
        return count(columns) * WIDTH * inner;
    }

    /// Copies `right (inner, columns)` to `packed`.
    public static void pack(float[] right, float[] packed, int inner, int columns) {
        packSome(right, packed, 0, count(columns), inner, columns);
    }

    /// Copies the panels `from` (included) to `to` (excluded) and no others, so that
    /// several threads can pack one matrix.
    public static void packSome(
            float[] right, float[] packed, int from, int to, int inner, int columns) {
        for (int panel = from; panel < to; panel++) {
            packPanel(right, packed, panel * WIDTH * inner,
                    0, inner, panel * WIDTH, columns);
        }
    }

    /// Copies a block, `depth` rows from row `k` of some columns, to the beginning of
    /// `packed`; there its panels are `depth` rows high.
    static void packBlock(float[] right, float[] packed, int k, int depth,
            int fromColumn, int toColumn, int columns) {
        for (int j = fromColumn; j < toColumn; j += WIDTH) {
            packPanel(right, packed, (j - fromColumn) * depth, k, depth, j, columns);
        }
    }

    private static void packPanel(float[] right, float[] packed, int panel,
            int k, int depth, int j, int columns) {
        int width = Math.min(WIDTH, columns - j);
        for (int row = 0; row < depth; row++) {
            int from = (k + row) * columns + j;
            int to = panel + row * WIDTH;
            if (width == WIDTH) {
                FloatVector.fromArray(FLOATS, right, from).intoArray(packed, to);
                FloatVector.fromArray(FLOATS, right, from + COUNT)
                        .intoArray(packed, to + COUNT);
            } else {
                System.arraycopy(right, from, packed, to, width);
                Arrays.fill(packed, to + width, to + WIDTH, 0);
            }
        }
    }
}
