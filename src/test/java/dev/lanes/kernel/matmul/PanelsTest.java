package dev.lanes.kernel.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {
    private static final int INNER = 7;
    private static final int COLUMNS = 2 * Panels.WIDTH + 5;

    @Test
    void aPackedMatrixStandsInPanelsFilledUpWithZeros() {
        float[] right = Numbers.signed(INNER * COLUMNS, 1);
        float[] packed = packed(right);
        assertThat(packed).hasSize(3 * INNER * Panels.WIDTH);
        for (int at = 0; at < packed.length; at++) {
            int row = at / Panels.WIDTH % INNER;
            int column = at / (INNER * Panels.WIDTH) * Panels.WIDTH + at % Panels.WIDTH;
            assertThat(packed[at]).isEqualTo(column < COLUMNS ? right[row * COLUMNS + column] : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void panelsPackedInTwoPartsAreThosePackedInOne(int cut) {
        float[] right = Numbers.signed(INNER * COLUMNS, 2);
        float[] expected = packed(right);
        float[] inParts = unset(expected.length);
        assertThat(Panels.count(COLUMNS)).isEqualTo(3);
        Panels.packSome(right, inParts, cut, 3, INNER, COLUMNS);
        int firstOfTheSecondPart = cut * Panels.WIDTH * INNER;
        assertThat(Arrays.copyOf(inParts, firstOfTheSecondPart)).containsExactly(unset(firstOfTheSecondPart));
        Panels.packSome(right, inParts, 0, cut, INNER, COLUMNS);
        assertThat(inParts).containsExactly(expected);
    }

    @Test
    void aBlockHoldsTheSameRowsInLowerPanels() {
        float[] right = Numbers.signed(INNER * COLUMNS, 3);
        int k = 2;
        int depth = 3;
        float[] expected = packed(Arrays.copyOfRange(right, k * COLUMNS, (k + depth) * COLUMNS), depth);
        float[] block = unset(expected.length);
        Panels.packBlock(right, block, k, depth, 0, COLUMNS, COLUMNS);
        assertThat(block).containsExactly(expected);

        float[] behindTheFirstPanel = unset(expected.length - Panels.WIDTH * depth);
        Panels.packBlock(right, behindTheFirstPanel, k, depth, Panels.WIDTH, COLUMNS, COLUMNS);
        assertThat(behindTheFirstPanel)
                .containsExactly(Arrays.copyOfRange(expected, Panels.WIDTH * depth, expected.length));
    }

    private static float[] packed(float[] right) {
        return packed(right, INNER);
    }

    private static float[] packed(float[] right, int inner) {
        float[] packed = unset(Panels.length(inner, COLUMNS));
        Panels.pack(right, packed, inner, COLUMNS);
        return packed;
    }

    private static float[] unset(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, Float.NaN);
        return numbers;
    }
}
