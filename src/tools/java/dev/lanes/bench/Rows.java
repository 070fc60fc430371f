package dev.lanes.bench;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.PeakArithmetic;
import dev.lanes.ceiling.PeakBandwidth;
import dev.lanes.ceiling.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table's lines. Where an experiment does just this work, its variant is what is measured: the code that the page
/// shows.
final class Rows {
    private static final String FLOPS = "GFLOP/s";
    private static final String BYTES = "GB/s";
    private static final String EXPERIMENT = "dev.lanes.experiment.";
    private static final String REDUCTIONS = "dev.lanes.bench.Reductions.";
    private static final int SHORT = 100;
    private static final int LONG = 200;
    private static final int MANY = 1_000_000;
    /// The power of two nearest to the bytes of a million floats.
    private static final int MANY_BYTES = 1 << 22;
    private static final int REDUCED_BYTES = Float.BYTES * Reductions.COUNT;
    /// Images, rows and columns, taps, and rounds of `convolve-images`; two operations for every tap.
    private static final double CONVOLUTION = 2.0 * 8 * 64 * 64 * 5 * 10;

    /// Megabytes of each of the four arrays of `memory-copy`: a million bytes, of which four come to as much as the
    /// ceiling's array, and what is larger than the caches.
    private static final int COPIED = 1;
    private static final int COPIED_IN_MEMORY = 32;

    private Rows() {}

    static List<Row> all() {
        List<Row> all = new ArrayList<>(demanded());
        all.addAll(measuredOnly());
        return List.copyOf(all);
    }

    /// Those that must reach a figure.
    static List<Row> demanded() {
        return List.of(
                new Row("sgemm-64x784x128", "SGEMM 64 x 784 x 128, packing included", "OpenBLAS, one thread", FLOPS,
                        1.0, 1.2, SHORT,
                        product("vectorisation.MatrixProduct.blockedAndPacked", Map.of(), 64, 784, 128),
                        product("vectorisation.MatrixProduct.systemBlas", Map.of(), 64, 784, 128)),
                new Row("sgemm-128x1000x500-bias", "SGEMM 128 x 1000 x 500 + bias, weights packed ahead",
                        "OpenBLAS, one thread, + bias loop", FLOPS, 1.0, 1.2, SHORT,
                        product("examples.LinearLayer.blocked", Map.of(), 128, 1000, 500),
                        product("examples.LinearLayer.systemBlas", Map.of(), 128, 1000, 500)),
                new Row("sgemm-512", "SGEMM 512 x 512 x 512", "OpenBLAS, one thread", FLOPS, 0.85, 1.0, SHORT,
                        square("oneThread", 512, Map.of()), square("systemBlas", 512, Map.of())),
                new Row("sgemm-2000", "SGEMM 2000 x 2000 x 2000", "OpenBLAS, one thread", FLOPS, 0.80, 0.95, LONG,
                        square("oneThread", 2000, Map.of()), square("systemBlas", 2000, Map.of())),
                new Row("sgemm-2000-two-workers", "SGEMM 2000 x 2000 x 2000, two workers", "the same, one worker",
                        FLOPS, 1.8, 1.95, LONG,
                        square("rowPanels", 2000, Map.of("pool", "PLATFORM", "workers", "2")),
                        square("rowPanels", 2000, Map.of("pool", "PLATFORM", "workers", "1"))),
                new Row("add", "Add, 1,000,000 floats", "adding arrays of that size", BYTES, 0.9, 1.0, SHORT,
                        floats("vectorisation.AddLists.vectorApi", 3), ceiling(Pattern.ADD, MANY_BYTES)),
                new Row("relu", "ReLU, 1,000,000 floats", "copying arrays of that size", BYTES, 0.9, 1.0, SHORT,
                        floats("vectorisation.Rectifier.vectorApi", 2), ceiling(Pattern.COPY, MANY_BYTES)),
                new Row("normalise", "Normalise, fused, 1,000,000 floats", "copying arrays of that size", BYTES,
                        0.9, 1.0, SHORT,
                        floats("habits.Normalise.fused", 2), ceiling(Pattern.COPY, MANY_BYTES)),
                new Row("sum", "Sum, 16,384 floats", "loading as many bytes", BYTES, 0.8, 0.95, SHORT,
                        new Side(REDUCTIONS + "sum", Map.of(), REDUCED_BYTES), ceiling(Pattern.LOAD, REDUCED_BYTES)),
                new Row("dot", "Dot product, 2 x 16,384 floats", "loading as many bytes", BYTES, 0.8, 0.95, SHORT,
                        new Side(REDUCTIONS + "dot", Map.of(), 2 * REDUCED_BYTES),
                        ceiling(Pattern.LOAD, 2 * REDUCED_BYTES)),
                new Row("convolution", "Convolution, 8 x 64 x 64, 5 taps, and ReLU", "fused multiply-adds in registers",
                        FLOPS, 0.5, 0.8, SHORT,
                        new Side(EXPERIMENT + "examples.ConvolveImages.sequentialVector", Map.of(), CONVOLUTION),
                        new Side(PeakArithmetic.class.getName() + ".fusedMultiplyAdd", Map.of(),
                                PeakArithmetic.flops())));
    }

    /// Those that are measured without a figure to reach.
    private static List<Row> measuredOnly() {
        return List.of(
                Row.measuredOnly("copy", "Copy, 4 x 1 MB", "copying 4 MiB by vectors", BYTES, SHORT,
                        copies(COPIED), ceiling(Pattern.COPY, MANY_BYTES)),
                Row.measuredOnly("copy-memory", "Copy, 4 x 32 MB", "copying 128 MiB by vectors", BYTES, LONG,
                        copies(COPIED_IN_MEMORY), ceiling(Pattern.COPY, 1 << 27)),
                Row.measuredOnly("multiply-add", "Fused multiply-add, 1,000,000 floats",
                        "copying arrays of that size", BYTES, SHORT,
                        new Side(MultiplyAdd.class.getName() + ".multiplyAdd", Map.of(), 2.0 * Float.BYTES * MANY),
                        ceiling(Pattern.COPY, MANY_BYTES)),
                Row.measuredOnly("transpose-256", "Transpose, 256 x 256", "copying arrays of that size", BYTES, SHORT,
                        transpose(256), ceiling(Pattern.COPY, Float.BYTES * 256 * 256)),
                Row.measuredOnly("transpose-1000", "Transpose, 1000 x 1000", "copying arrays of that size", BYTES,
                        SHORT, transpose(1000), ceiling(Pattern.COPY, MANY_BYTES)),
                Row.measuredOnly("softmax", "Softmax, 64 rows of 1000", "fused multiply-adds in registers", FLOPS,
                        SHORT, new Side(Softmaxes.class.getName() + ".softmax", Map.of(), Softmaxes.FLOPS),
                        new Side(PeakArithmetic.class.getName() + ".fusedMultiplyAdd", Map.of(),
                                PeakArithmetic.flops())));
    }

    /// @param megabytes of each of the four arrays, read and written
    private static Side copies(int megabytes) {
        return new Side(EXPERIMENT + "helps.MemoryCopy.oneAfterAnother",
                Map.of("megabytes", Integer.toString(megabytes)), 2 * 4 * 1e6 * megabytes);
    }

    private static Side transpose(int size) {
        return new Side(Transposition.class.getName() + ".transpose", Map.of("size", Integer.toString(size)),
                2.0 * Float.BYTES * size * size);
    }

    private static Side product(String benchmark, Map<String, String> params, int rows, int inner, int columns) {
        return new Side(EXPERIMENT + benchmark, params, 2.0 * rows * inner * columns);
    }

    private static Side square(String method, int size, Map<String, String> pool) {
        Map<String, String> params = new TreeMap<>(pool);
        params.put("size", Integer.toString(size));
        return product("helps.LargeMatmul." + method, params, size, size, size);
    }

    private static Side floats(String benchmark, int arrays) {
        return new Side(EXPERIMENT + benchmark, Map.of("count", Integer.toString(MANY)),
                (double) arrays * Float.BYTES * MANY);
    }

    /// @param range bytes of each array
    private static Side ceiling(Pattern pattern, int range) {
        Walk walk = new Walk(pattern, range);
        return new Side(PeakBandwidth.class.getName() + ".walk",
                Map.of("walks", Walk.write(List.of(walk))), walk.bytesMoved());
    }
}
