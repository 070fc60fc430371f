package dev.lanes.kernel;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The matrix product that keeps the vector unit busy: `left (rows, inner)` times
/// `right (inner, columns)`, tile by tile, with `right` packed in the order it is read.
///
/// A tile of the product is as large as the registers hold, so every number loaded
/// takes part in many multiplications. The scheme is that of Goto and van de Geijn,
/// "Anatomy of High-Performance Matrix Multiplication" (2008).
public final class BlockedMatMul {
    /// Rows of a tile. Workers that share out the rows had better take whole tiles.
    public static final int TILE_ROWS = 6;

    /// Columns of a tile and of a panel. AVX-512 has 32 registers, room for 24 sums; of
    /// AVX2's 16, and wherever else vectors are short, 12 are sums.
    static final int PANEL = COUNT >= 16 ? 4 * COUNT : 2 * COUNT;

    /// Rows of a panel used in one go: at 64 columns they are 64 KiB, which an L2
    /// cache holds with room to spare.
    static final int DEPTH = 256;

    /// Rows of `left` used in one go: [#DEPTH] numbers of each are 240 KiB, which stay
    /// in most L2 caches while all panels pass by.
    static final int BLOCK_ROWS = 40 * TILE_ROWS;

    /// Floats of the buffer for tiles that stick out of the product.
    public static final int EDGE = TILE_ROWS * PANEL;

    private BlockedMatMul() {}

    /// Floats that `right (inner, columns)` takes up once packed.
    public static int packedLength(int inner, int columns) {
        return panels(columns) * PANEL * inner;
    }

    /// Copies `right (inner, columns)` to `packed`: panels of neighbouring columns, in
    /// each of them row after row, the last panel filled up with zeros.
    public static void pack(float[] right, float[] packed, int inner, int columns) {
        packPanels(right, packed, 0, panels(columns), inner, columns);
    }

    /// How many panels `columns` are cut into.
    public static int panels(int columns) {
        return Math.ceilDiv(columns, PANEL);
    }

    /// Copies the panels `from` (included) to `to` (excluded) and no others, so that
    /// several threads can pack one matrix.
    public static void packPanels(
            float[] right, float[] packed, int from, int to, int inner, int columns) {
        for (int j = from * PANEL; j < to * PANEL; j += PANEL) {
            int width = Math.min(PANEL, columns - j);
            for (int k = 0; k < inner; k++) {
                packRow(right, k * columns + j, packed, j * inner + k * PANEL, width);
            }
        }
    }

    private static void packRow(
            float[] right, int from, float[] packed, int to, int width) {
        if (width == PANEL) {
            for (int at = 0; at < PANEL; at += COUNT) {
                FloatVector numbers = FloatVector.fromArray(FLOATS, right, from + at);
                numbers.intoArray(packed, to + at);
            }
        } else {
            System.arraycopy(right, from, packed, to, width);
            Arrays.fill(packed, to + width, to + PANEL, 0);
        }
    }

    /// Sets `product (rows, columns)` to `left` times the packed `right`.
    ///
    /// @param edge [#EDGE] floats that no other thread uses meanwhile
    public static void multiply(float[] left, float[] packed, float[] product,
            float[] edge, int rows, int inner, int columns) {
        multiplyRows(left, packed, product, edge, 0, rows, inner, columns);
    }

    /// Sets the rows `from` (included) to `to` (excluded) of `product` and no others, so
    /// that several threads can work on one product, each with an `edge` of its own.
    public static void multiplyRows(float[] left, float[] packed, float[] product,
            float[] edge, int from, int to, int inner, int columns) {
        Arrays.fill(product, from * columns, to * columns, 0);
        for (int k = 0; k < inner; k += DEPTH) {
            int depth = Math.min(DEPTH, inner - k);
            for (int i = from; i < to; i += BLOCK_ROWS) {
                int blockEnd = Math.min(i + BLOCK_ROWS, to);
                for (int j = 0; j < columns; j += PANEL) {
                    addBlock(left, packed, product, edge,
                            i, blockEnd, k, depth, j, inner, columns);
                }
            }
        }
    }

    /// Rows `from` to `to` of the product, in one panel of columns, get what `depth`
    /// columns of `left` add to them.
    private static void addBlock(float[] left, float[] packed, float[] product,
            float[] edge, int from, int to, int k, int depth, int j,
            int inner, int columns) {
        // This piece of a panel stays in the L1 or L2 cache while the rows pass by.
        int panel = j * inner + k * PANEL;
        int tileColumns = Math.min(PANEL, columns - j);
        for (int i = from; i < to; i += TILE_ROWS) {
            int tileRows = Math.min(TILE_ROWS, to - i);
            int leftAt = i * inner + k;
            int productAt = i * columns + j;
            if (tileRows == TILE_ROWS && tileColumns == PANEL) {
                addTile(left, leftAt, inner, TILE_ROWS, packed, panel, depth,
                        product, productAt, columns);
            } else {
                addEdge(left, leftAt, inner, packed, panel, depth,
                        product, productAt, columns, edge, tileRows, tileColumns);
            }
        }
    }

    /// A tile that sticks out of the product: made in full in `edge`, copied in part.
    private static void addEdge(float[] left, int leftAt, int inner,
            float[] packed, int panel, int depth,
            float[] product, int productAt, int columns,
            float[] edge, int tileRows, int tileColumns) {
        for (int row = 0; row < tileRows; row++) {
            int from = productAt + row * columns;
            System.arraycopy(product, from, edge, row * PANEL, tileColumns);
        }
        addTile(left, leftAt, inner, tileRows, packed, panel, depth, edge, 0, PANEL);
        for (int row = 0; row < tileRows; row++) {
            int to = productAt + row * columns;
            System.arraycopy(edge, row * PANEL, product, to, tileColumns);
        }
    }

    private static void addTile(float[] left, int leftAt, int inner, int leftRows,
            float[] packed, int panel, int depth,
            float[] product, int productAt, int columns) {
        if (PANEL == 4 * COUNT) {
            WideTile.add(left, leftAt, inner, leftRows, packed, panel, depth,
                    product, productAt, columns);
        } else {
            NarrowTile.add(left, leftAt, inner, leftRows, packed, panel, depth,
                    product, productAt, columns);
        }
    }
}
