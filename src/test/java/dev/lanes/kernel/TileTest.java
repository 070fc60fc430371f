package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.matmul.Panels;
import dev.lanes.kernel.matmul.ShortTile;
import dev.lanes.kernel.matmul.TallTile;
import dev.lanes.kernel.matmul.TileRoom;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both tiles, the one this machine does not choose included.
class TileTest {
    private static final int DEPTH = 37;
    private static final int PANEL_AT = 3;
    private static final int PRODUCT_AT = 5;
    private static final int STRIDE = Panels.WIDTH + 7;

    enum Form {
        SHORT(ShortTile.ROWS) {
            @Override
            void multiply(float[] left, float[] packed, int depth, float[] product, boolean more) {
                ShortTile.multiply(left, packed, PANEL_AT, depth, product, PRODUCT_AT, STRIDE, more);
            }
        },
        TALL(TallTile.ROWS) {
            @Override
            void multiply(float[] left, float[] packed, int depth, float[] product, boolean more) {
                TallTile.multiply(left, packed, PANEL_AT, depth, product, PRODUCT_AT, STRIDE, more);
            }
        };

        final int rows;

        Form(int rows) {
            this.rows = rows;
        }

        abstract void multiply(float[] left, float[] packed, int depth, float[] product, boolean more);

        /// A product with room before it, between its rows and behind it, all of one number.
        float[] product(float number) {
            float[] product = new float[PRODUCT_AT + rows * STRIDE];
            Arrays.fill(product, number);
            return product;
        }

        float[] tileIn(float[] product) {
            float[] tile = new float[rows * Panels.WIDTH];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(product, PRODUCT_AT + row * STRIDE, tile, row * Panels.WIDTH, Panels.WIDTH);
            }
            return tile;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTileIsItsPartOfTheProduct(Form form) {
        float[] left = Numbers.signed(form.rows * DEPTH, 1);
        float[] panel = Numbers.signed(DEPTH * Panels.WIDTH, 2);
        float[] product = form.product(Float.NaN);
        form.multiply(spread(left), behindThePlaceToStart(panel), DEPTH, product, false);
        Exact.assertProduct(left, panel, form.tileIn(product), form.rows, DEPTH, Panels.WIDTH);
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsMoreToComeATileAddsToWhatIsThere(Form form) {
        float[] product = form.product(2);
        float[] ones = new float[TallTile.ROWS * TileRoom.LEFT_STRIDE];
        Arrays.fill(ones, 1);
        form.multiply(ones, ones, 1, product, true);
        assertThat(form.tileIn(product)).containsOnly(3);
    }

    @ParameterizedTest
    @EnumSource
    void aTileLeavesAloneWhatIsAroundIt(Form form) {
        float[] product = form.product(-3);
        float[] tens = new float[TallTile.ROWS * TileRoom.LEFT_STRIDE];
        Arrays.fill(tens, 10);
        form.multiply(tens, tens, 1, product, false);
        for (int at = 0; at < product.length; at++) {
            int column = Math.floorMod(at - PRODUCT_AT, STRIDE);
            boolean inTheTile = at >= PRODUCT_AT && column < Panels.WIDTH;
            assertThat(product[at]).as("number %d", at).isEqualTo(inTheTile ? 100 : -3);
        }
    }

    /// Rows as far apart as a tile finds them, with numbers between them that are none of its business.
    private static float[] spread(float[] left) {
        float[] spread = new float[TallTile.ROWS * TileRoom.LEFT_STRIDE];
        Arrays.fill(spread, Float.NaN);
        for (int row = 0; row * DEPTH < left.length; row++) {
            System.arraycopy(left, row * DEPTH, spread, row * TileRoom.LEFT_STRIDE, DEPTH);
        }
        return spread;
    }

    private static float[] behindThePlaceToStart(float[] panel) {
        float[] packed = new float[PANEL_AT + panel.length];
        Arrays.fill(packed, 0, PANEL_AT, Float.NaN);
        System.arraycopy(panel, 0, packed, PANEL_AT, panel.length);
        return packed;
    }
}
