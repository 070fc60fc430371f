package dev.lanes.kernel.matmul;

/// Room for [BlockedMatMul] to work in. Made once and used again and again, so that
/// nothing is allocated while the product is made; no two threads at once.
public final class TileRoom {
    /// The distance of two rows in [#left]: a constant, so that the inner loop finds all
    /// of them from one register.
    public static final int LEFT_STRIDE = BlockedMatMul.DEPTH;

    /// A piece of the rows of the left matrix that a row of tiles is made of.
    final float[] left = new float[TallTile.ROWS * LEFT_STRIDE];

    /// A tile that sticks out of the product.
    final float[] edge = new float[TallTile.ROWS * Panels.WIDTH];
}
