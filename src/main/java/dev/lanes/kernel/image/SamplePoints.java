package dev.lanes.kernel.image;

/// Where the pixels of a new line lie on an old one: each between two neighbours, and
/// nearer to one of them.
///
/// Both lines have the same length and pixels are cells, not points: pixel `x` of `to`
/// has its centre at `(x + 0.5) * from / to - 0.5` in the numbering of the old centres
/// (half-pixel centres, as in PyTorch's `align_corners=False`). Beyond the first and
/// the last centre the outermost pixel counts alone. When a line shrinks, old pixels
/// are not averaged: below half the length, some have no part in the new line.
public final class SamplePoints {
    /// The old pixel at or before each new one, and the one after it.
    final int[] before;
    final int[] after;

    /// How much of the new pixel comes from the old one after it, from 0 to 1.
    final float[] share;

    private final int from;

    /// The points for a line of `from` pixels that becomes one of `to`.
    public SamplePoints(int from, int to) {
        this.from = from;
        before = new int[to];
        after = new int[to];
        share = new float[to];
        for (int x = 0; x < to; x++) {
            double centre = Math.max(0, (x + 0.5) * from / to - 0.5);
            before[x] = (int) centre;
            after[x] = Math.min(before[x] + 1, from - 1);
            share[x] = (float) (centre - before[x]);
        }
    }

    /// Pixels of the old line.
    public int from() {
        return from;
    }

    /// Pixels of the new line.
    public int to() {
        return before.length;
    }
}
