package dev.lanes.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {
    private static final float FACTOR = 1.7f;

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3, 17", "64, 33", "5, 1"})
    void everyLayoutGivesTheSameProduct(int rows, int columns) {
        float[] numbers = Numbers.signed(rows * columns, 1);
        Float[][] objects = new Float[rows][columns];
        float[][] arrays = new float[rows][columns];
        float[] expected = new float[rows * columns];
        for (int at = 0; at < numbers.length; at++) {
            objects[at / columns][at % columns] = numbers[at];
            arrays[at / columns][at % columns] = numbers[at];
            expected[at] = numbers[at] * FACTOR;
        }
        float[] product = new float[rows * columns];
        Layouts.objects(objects, FACTOR, product);
        assertThat(product).isEqualTo(expected);

        product = new float[rows * columns];
        Layouts.rows(arrays, FACTOR, product);
        assertThat(product).isEqualTo(expected);

        product = new float[rows * columns];
        VectorLayouts.rows(arrays, FACTOR, product);
        assertThat(product).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, 17, 60, 3", "4, 5, 1, 4", "2, 2, 2, 1"})
    void aViewPicksItsNumbersByTheirStrides(int rows, int columns, int rowStride, int columnStride) {
        float[] view = Numbers.signed(rows * rowStride + columns * columnStride, 2);
        float[] product = new float[rows * columns];
        Layouts.strided(view, rowStride, columnStride, FACTOR, product, rows, columns);
        for (int at = 0; at < product.length; at++) {
            float number = view[at / columns * rowStride + at % columns * columnStride];
            assertThat(product[at]).isEqualTo(number * FACTOR);
        }
    }
}
