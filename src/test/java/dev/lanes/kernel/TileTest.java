package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both tiles, the one this machine does not choose included.
class TileTest {
    private static final int ROWS = 6;

    enum Form {
        NARROW(2) {
            @Override
            void add(float[] left, int leftRows, float[] panel, int depth, float[] product) {
                NarrowTile.add(left, 0, depth, leftRows, panel, 0, depth, product, 0, columns);
            }
        },
        WIDE(4) {
            @Override
            void add(float[] left, int leftRows, float[] panel, int depth, float[] product) {
                WideTile.add(left, 0, depth, leftRows, panel, 0, depth, product, 0, columns);
            }
        };

        final int columns;

        Form(int vectors) {
            columns = vectors * Lanes.COUNT;
        }

        abstract void add(float[] left, int leftRows, float[] panel, int depth, float[] product);
    }

    @ParameterizedTest
    @EnumSource
    void aTileComputesItsPartOfTheProduct(Form form) {
        int depth = 37;
        float[] left = Numbers.signed(ROWS * depth, 1);
        float[] panel = Numbers.signed(depth * form.columns, 2);
        float[] product = new float[ROWS * form.columns];
        form.add(left, ROWS, panel, depth, product);
        Exact.assertProduct(left, panel, product, ROWS, depth, form.columns);
    }

    @ParameterizedTest
    @EnumSource
    void aTileAddsToWhatIsThere(Form form) {
        float[] product = Numbers.signed(ROWS * form.columns, 3);
        float[] before = product.clone();
        float[] ones = new float[ROWS * form.columns];
        Arrays.fill(ones, 1);
        form.add(ones, ROWS, ones, 1, product);
        for (int at = 0; at < product.length; at++) {
            assertThat(product[at]).isEqualTo(before[at] + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTileReadsNoRowThatIsNotThere(Form form) {
        int depth = 5;
        IntStream.rangeClosed(1, ROWS).forEach(rows -> {
            float[] left = Numbers.signed(rows * depth, 1);
            float[] panel = Numbers.signed(depth * form.columns, 2);
            float[] product = new float[ROWS * form.columns];
            form.add(left, rows, panel, depth, product);
            Exact.assertProduct(left, panel, product, rows, depth, form.columns);
        });
    }
}
