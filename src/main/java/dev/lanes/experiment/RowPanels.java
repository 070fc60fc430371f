package dev.lanes.experiment;

import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.TileRoom;
import java.util.Arrays;

/// The rows of a matrix product, cut into one panel of neighbours per worker, and room
/// for each worker to make its panel in.
public final class RowPanels {
    private final int rows;
    private final TileRoom[] rooms;

    public RowPanels(int rows) {
        this.rows = rows;
        rooms = new TileRoom[tiles()];
        Arrays.setAll(rooms, tile -> new TileRoom());
    }

    /// Works on all rows in panels of whole tiles of [BlockedMatMul], but for the last.
    public void share(Pooled pool, Panel panel) {
        pool.forEachChunk(tiles(), (from, to) -> work(panel, from, to));
    }

    private void work(Panel panel, int fromTile, int toTile) {
        if (fromTile < toTile) {
            // No two panels begin at the same tile, so this room is nobody else's.
            panel.work(fromTile * BlockedMatMul.TILE_ROWS,
                    Math.min(toTile * BlockedMatMul.TILE_ROWS, rows), rooms[fromTile]);
        }
    }

    private int tiles() {
        return Math.ceilDiv(rows, BlockedMatMul.TILE_ROWS);
    }

    /// Work on the rows `from` (included) to `to` (excluded).
    @FunctionalInterface
    public interface Panel {
        void work(int from, int to, TileRoom room);
    }
}
