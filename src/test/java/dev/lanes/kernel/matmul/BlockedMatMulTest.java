package dev.lanes.kernel.matmul;

import dev.lanes.BesideOthers;
import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of a product, as several threads make them; that the whole is right, [MatMulTest] checks.
@BesideOthers
class BlockedMatMulTest {
    private static final int INNER = 2 * BlockedMatMul.DEPTH + 3;
    private static final int COLUMNS = BlockedMatMul.BLOCK_COLUMNS + Panels.WIDTH + 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9, 12, 40})
    void theWholeIsTheProduct(int rows) {
        float[] left = Numbers.signed(rows * INNER, 1);
        float[] right = Numbers.signed(INNER * COLUMNS, 2);
        float[] product = unset(rows * COLUMNS);
        BlockedMatMul.multiply(left, right, product, unset(BlockedMatMul.PACKED_BLOCK), room(), rows, INNER, COLUMNS);
        Exact.assertProduct(left, right, product, rows, INNER, COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 13})
    void packedAheadOrOnTheWayMakesNoDifference(int rows) {
        float[] left = Numbers.signed(rows * INNER, 1);
        float[] right = Numbers.signed(INNER * COLUMNS, 2);
        float[] onTheWay = new float[rows * COLUMNS];
        BlockedMatMul.multiply(left, right, onTheWay, unset(BlockedMatMul.PACKED_BLOCK), room(), rows, INNER, COLUMNS);
        float[] ahead = new float[rows * COLUMNS];
        BlockedMatMul.multiplyRows(left, packed(right), ahead, room(), 0, rows, INNER, COLUMNS);
        Exact.assertSame(ahead, onTheWay);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 13, 32, 48, 60})
    void aRangeOfRowsIsThatPartOfTheProductAndLeavesTheOthersAlone(int from) {
        int rows = 60;
        int to = Math.min(from + 20, rows);
        float[] left = Numbers.signed(rows * INNER, 1);
        float[] packed = packed(Numbers.signed(INNER * COLUMNS, 2));
        float[] whole = new float[rows * COLUMNS];
        BlockedMatMul.multiplyRows(left, packed, whole, room(), 0, rows, INNER, COLUMNS);
        float[] expected = new float[rows * COLUMNS];
        Arrays.fill(expected, -3);
        System.arraycopy(whole, from * COLUMNS, expected, from * COLUMNS, (to - from) * COLUMNS);

        float[] part = new float[rows * COLUMNS];
        Arrays.fill(part, -3);
        BlockedMatMul.multiplyRows(left, packed, part, room(), from, to, INNER, COLUMNS);

        Exact.assertSame(part, expected);
    }

    private static float[] packed(float[] right) {
        float[] packed = unset(Panels.length(INNER, COLUMNS));
        Panels.pack(right, packed, INNER, COLUMNS);
        return packed;
    }

    /// A room that says so where anything is read from it before it was written.
    private static TileRoom room() {
        TileRoom room = new TileRoom();
        Arrays.fill(room.left, Float.NaN);
        Arrays.fill(room.edge, Float.NaN);
        return room;
    }

    private static float[] unset(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, Float.NaN);
        return numbers;
    }
}
