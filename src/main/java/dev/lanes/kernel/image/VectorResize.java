package dev.lanes.kernel.image;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Resize] on the vector unit; its pixels are the same to the last bit.
public final class VectorResize {
    private VectorResize() {}

    /// As [Resize#bilinear].
    public static void bilinear(
            float[] source, SamplePoints rows, SamplePoints columns, float[] line,
            float[] target) {
        int channels = target.length / (rows.to() * columns.to());
        for (int channel = 0; channel < channels; channel++) {
            int plane = channel * rows.from();
            for (int y = 0; y < rows.to(); y++) {
                int above = (plane + rows.before[y]) * columns.from();
                int below = (plane + rows.after[y]) * columns.from();
                blendLines(source, above, below, rows.share[y], line);
                int start = (channel * rows.to() + y) * columns.to();
                blendPixels(line, columns, target, start);
            }
        }
    }

    private static void blendLines(
            float[] source, int above, int below, float share, float[] line) {
        int wholeVectors = FLOATS.loopBound(line.length);
        for (int x = 0; x < wholeVectors; x += COUNT) {
            FloatVector top = FloatVector.fromArray(FLOATS, source, above + x);
            FloatVector bottom = FloatVector.fromArray(FLOATS, source, below + x);
            // Not fused into one step, so that it rounds as the plain loop does.
            bottom.sub(top).mul(share).add(top).intoArray(line, x);
        }
        for (int x = wholeVectors; x < line.length; x++) {
            float top = source[above + x];
            line[x] = top + (source[below + x] - top) * share;
        }
    }

    private static void blendPixels(
            float[] line, SamplePoints columns, float[] target, int start) {
        int[] before = columns.before;
        int[] after = columns.after;
        int wholeVectors = FLOATS.loopBound(columns.to());
        for (int x = 0; x < wholeVectors; x += COUNT) {
            // The points are unevenly spaced: lanes are gathered from where they lie.
            FloatVector left = FloatVector.fromArray(FLOATS, line, 0, before, x);
            FloatVector right = FloatVector.fromArray(FLOATS, line, 0, after, x);
            FloatVector share = FloatVector.fromArray(FLOATS, columns.share, x);
            right.sub(left).mul(share).add(left).intoArray(target, start + x);
        }
        for (int x = wholeVectors; x < columns.to(); x++) {
            float left = line[before[x]];
            float right = line[after[x]];
            target[start + x] = left + (right - left) * columns.share[x];
        }
    }
}
