package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of a product, as several threads make them; that the whole is right, [MatMulTest] checks.
class BlockedMatMulTest {
    private static final int INNER = BlockedMatMul.DEPTH + 3;
    private static final int COLUMNS = 2 * BlockedMatMul.PANEL + 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 40, BlockedMatMul.BLOCK_ROWS, BlockedMatMul.BLOCK_ROWS + 1, 500})
    void theWholeIsTheProduct(int rows) {
        float[] left = Numbers.signed(rows * INNER, 1);
        float[] right = Numbers.signed(INNER * COLUMNS, 2);
        float[] product = new float[rows * COLUMNS];
        BlockedMatMul.multiply(left, packed(right), product, edge(), rows, INNER, COLUMNS);
        Exact.assertProduct(left, right, product, rows, INNER, COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 13, 240, 250, 300})
    void aRangeOfRowsIsThatPartOfTheProductAndLeavesTheOthersAlone(int from) {
        int rows = 300;
        int to = Math.min(from + 20, rows);
        float[] left = Numbers.signed(rows * INNER, 1);
        float[] packed = packed(Numbers.signed(INNER * COLUMNS, 2));
        float[] whole = new float[rows * COLUMNS];
        BlockedMatMul.multiply(left, packed, whole, edge(), rows, INNER, COLUMNS);
        float[] expected = new float[rows * COLUMNS];
        Arrays.fill(expected, -3);
        System.arraycopy(whole, from * COLUMNS, expected, from * COLUMNS, (to - from) * COLUMNS);

        float[] part = new float[rows * COLUMNS];
        Arrays.fill(part, -3);
        BlockedMatMul.multiplyRows(left, packed, part, edge(), from, to, INNER, COLUMNS);

        assertThat(part).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void panelsPackedInTwoPartsAreThosePackedInOne(int cut) {
        float[] right = Numbers.signed(INNER * COLUMNS, 2);
        float[] expected = packed(right);
        float[] inParts = unset(expected.length);
        assertThat(BlockedMatMul.panels(COLUMNS)).isEqualTo(3);
        BlockedMatMul.packPanels(right, inParts, cut, 3, INNER, COLUMNS);
        int firstOfTheSecondPart = cut * BlockedMatMul.PANEL * INNER;
        assertThat(Arrays.copyOf(inParts, firstOfTheSecondPart)).containsExactly(unset(firstOfTheSecondPart));
        BlockedMatMul.packPanels(right, inParts, 0, cut, INNER, COLUMNS);
        assertThat(inParts).containsExactly(expected);
    }

    private static float[] packed(float[] right) {
        float[] packed = unset(BlockedMatMul.packedLength(INNER, COLUMNS));
        BlockedMatMul.pack(right, packed, INNER, COLUMNS);
        return packed;
    }

    private static float[] edge() {
        return unset(BlockedMatMul.EDGE);
    }

    private static float[] unset(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, Float.NaN);
        return numbers;
    }
}
