package dev.lanes.kernel.matmul;

import dev.lanes.kernel.Lanes;
import java.util.Arrays;

/// The matrix product that keeps the vector unit busy: `left (rows, inner)` times
/// `right (inner, columns)`, tile by tile, with `right` packed in the order it is read.
///
/// A tile of the product is so large that every number loaded takes part in many
/// multiplications, and so small that its sums stay in registers. The scheme is that of
/// Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008),
/// with the block of `right` in the L2 cache and a few rows of `left` in the L1 cache.
public final class BlockedMatMul {
    /// Rows of a tile. Workers that share out the rows had better take whole tiles.
    public static final int TILE_ROWS =
            Lanes.REGISTERS >= 32 ? TallTile.ROWS : ShortTile.ROWS;

    /// Rows of `right` used in one go: of eight rows of `left` they meet 8 KiB, which
    /// stay in the L1 cache while all panels of the block pass by.
    static final int DEPTH = 256;

    /// Columns of `right` used in one go: a block of them is 512 KiB, which most L2 caches
    /// hold, and each row copied from `left` meets all of it.
    static final int BLOCK_COLUMNS = 512;

    /// Floats of the room for one packed block of `right`.
    public static final int PACKED_BLOCK = DEPTH * BLOCK_COLUMNS;

    private BlockedMatMul() {}

    /// Sets `product (rows, columns)` to `left` times `right`, packing each block of
    /// `right` just before it is used.
    ///
    /// @param packed [#PACKED_BLOCK] floats that no other thread uses meanwhile
    /// @param room used by no other thread meanwhile
    public static void multiply(float[] left, float[] right, float[] product,
            float[] packed, TileRoom room, int rows, int inner, int columns) {
        clearIfEmpty(product, 0, rows, inner, columns);
        for (int k = 0; k < inner; k += DEPTH) {
            int depth = Math.min(DEPTH, inner - k);
            for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
                int end = Math.min(j + BLOCK_COLUMNS, columns);
                Panels.packBlock(right, packed, k, depth, j, end, columns);
                multiplyBlock(left, packed, 0, depth, product, room,
                        0, rows, k, depth, j, end, inner, columns);
            }
        }
    }

    /// Sets the rows `from` (included) to `to` (excluded) of `product` and no others to
    /// those rows of `left` times what [Panels#pack] made of `right`. Several threads can
    /// work on one product, each with a `room` of its own.
    public static void multiplyRows(float[] left, float[] packed, float[] product,
            TileRoom room, int from, int to, int inner, int columns) {
        clearIfEmpty(product, from, to, inner, columns);
        for (int k = 0; k < inner; k += DEPTH) {
            int depth = Math.min(DEPTH, inner - k);
            for (int j = 0; j < columns; j += BLOCK_COLUMNS) {
                int end = Math.min(j + BLOCK_COLUMNS, columns);
                int panel = j * inner + k * Panels.WIDTH;
                multiplyBlock(left, packed, panel, inner, product, room,
                        from, to, k, depth, j, end, inner, columns);
            }
        }
    }

    /// A sum of nothing is zero, and no block would say so.
    private static void clearIfEmpty(
            float[] product, int from, int to, int inner, int columns) {
        if (inner == 0) {
            Arrays.fill(product, from * columns, to * columns, 0);
        }
    }

    /// The part of the product in the rows `from` to `to` and the columns `j` to `end`
    /// gets what the `depth` rows of `right` from row `k` on add to it.
    ///
    /// @param panel where in `packed` these rows begin in the panel of column `j`
    /// @param height rows of a panel in `packed`
    private static void multiplyBlock(float[] left, float[] packed, int panel, int height,
            float[] product, TileRoom room, int from, int to,
            int k, int depth, int j, int end, int inner, int columns) {
        for (int i = from; i < to; i += TILE_ROWS) {
            int rows = Math.min(TILE_ROWS, to - i);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(left, (i + row) * inner + k,
                        room.left, row * TileRoom.LEFT_STRIDE, depth);
            }
            tiles(room, rows, packed, panel, height, depth,
                    product, i * columns + j, end - j, columns, k > 0);
        }
    }

    /// One row of tiles, `width` columns wide, of the rows in `room`.
    private static void tiles(TileRoom room, int rows,
            float[] packed, int panel, int height, int depth,
            float[] product, int productAt, int width, int stride, boolean more) {
        for (int j = 0; j < width; j += Panels.WIDTH) {
            int at = panel + j * height;
            int tileWidth = Math.min(Panels.WIDTH, width - j);
            if (rows == TILE_ROWS && tileWidth == Panels.WIDTH) {
                tile(room, TILE_ROWS, packed, at, depth,
                        product, productAt + j, stride, more);
            } else {
                tile(room, rows, packed, at, depth, room.edge, 0, Panels.WIDTH, false);
                copyEdge(room.edge, rows, tileWidth,
                        product, productAt + j, stride, more);
            }
        }
    }

    private static void tile(TileRoom room, int rows,
            float[] packed, int panel, int depth,
            float[] product, int productAt, int stride, boolean more) {
        if (rows > ShortTile.ROWS) {
            TallTile.multiply(room.left, packed, panel, depth,
                    product, productAt, stride, more);
        } else {
            ShortTile.multiply(room.left, packed, panel, depth,
                    product, productAt, stride, more);
        }
    }

    /// The part of a tile that does not stick out of the product.
    private static void copyEdge(float[] edge, int rows, int width,
            float[] product, int productAt, int stride, boolean more) {
        for (int row = 0; row < rows; row++) {
            int from = row * Panels.WIDTH;
            int to = productAt + row * stride;
            for (int column = 0; column < width; column++) {
                float before = more ? product[to + column] : 0;
                product[to + column] = before + edge[from + column];
            }
        }
    }
}
