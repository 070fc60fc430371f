package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.TileRoom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPanelsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 7, 48, 100, 2000})
    void everyRowIsInOnePanelAndPanelsBeginWithWholeTiles(int rows) {
        Pools.onEach(pool -> {
            AtomicIntegerArray panelsOfRow = new AtomicIntegerArray(rows);
            new RowPanels(rows).share(pool, (from, to, room) -> {
                assertThat(from % BlockedMatMul.TILE_ROWS).isZero();
                for (int row = from; row < to; row++) {
                    panelsOfRow.incrementAndGet(row);
                }
            });
            int[] once = new int[rows];
            Arrays.setAll(once, panelsOfRow::get);
            assertThat(once).containsOnly(1);
        });
    }

    @Test
    void noTwoPanelsShareARoom() {
        Pools.onEach(pool -> {
            Map<Integer, TileRoom> roomsByPanel = new ConcurrentHashMap<>();
            RowPanels panels = new RowPanels(100);
            panels.share(pool, (from, to, room) -> roomsByPanel.put(from, room));
            assertThat(roomsByPanel.values()).doesNotHaveDuplicates();
        });
    }
}
