package dev.lanes.experiment;

import dev.lanes.kernel.BlockedMatMul;
import dev.lanes.pool.WorkerPool;

/// The rows of a matrix product, cut into one panel of neighbours per worker.
public final class RowPanels {
    private RowPanels() {}

    /// Works on all `rows` in panels of whole tiles of [BlockedMatMul], but for the last.
    public static void share(Pooled pool, int rows, WorkerPool.Chunk panel) {
        int tiles = Math.ceilDiv(rows, BlockedMatMul.TILE_ROWS);
        pool.forEachChunk(tiles, (from, to) -> panel.work(
                from * BlockedMatMul.TILE_ROWS,
                Math.min(to * BlockedMatMul.TILE_ROWS, rows)));
    }
}
