package dev.lanes.kernel.image;

/// Images in another size: every new pixel is a blend of the four old ones around it.
public final class Resize {
    private Resize() {}

    /// Sets `target (channels, rows.to, columns.to)` to the image in
    /// `source (channels, rows.from, columns.from)`, by bilinear interpolation at the
    /// points in `rows` and `columns`; `line (columns.from)` is room to work in.
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
        for (int x = 0; x < line.length; x++) {
            float top = source[above + x];
            line[x] = top + (source[below + x] - top) * share;
        }
    }

    private static void blendPixels(
            float[] line, SamplePoints columns, float[] target, int start) {
        for (int x = 0; x < columns.to(); x++) {
            float left = line[columns.before[x]];
            float right = line[columns.after[x]];
            target[start + x] = left + (right - left) * columns.share[x];
        }
    }
}
