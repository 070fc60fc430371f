package dev.lanes.machinecode;

import com.sun.management.OperatingSystemMXBean;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.experiment.Squares;
import dev.lanes.kernel.net.DenseNet;
import dev.lanes.kernel.net.VectorDense;
import dev.lanes.kernel.elementwise.VectorElementwise;
import dev.lanes.kernel.layout.VectorTranspose;
import dev.lanes.kernel.elementwise.VectorRelu;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// Three variants of the experiments that take the time of a part of their work themselves, by the clock, while a
/// profile samples them: [KnownShares] compares the two.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimedParts {
    /// The share of the processor time that the part took, as the fork leaves it there.
    static final Path SHARE = Path.of(System.getProperty("java.io.tmpdir"), "timed-share");

    /// `contiguous`, "Turned round first": the part is the multiplication.
    @Benchmark
    public float[] turnedFirst(Clock clock, Matrix matrix) {
        VectorTranspose.bySquares(matrix.byColumns, matrix.product, Matrix.SIZE, Matrix.SIZE);
        long begin = System.nanoTime();
        VectorElementwise.multiply(matrix.product, 1.7f, matrix.product, 0, matrix.product.length);
        clock.add(System.nanoTime() - begin);
        return matrix.product;
    }

    /// `tiny-tasks`, "One task per number": the part is the squares, which a clock in each task would outweigh; so
    /// their loop is timed after the operation, for a part of them.
    @Benchmark
    public float[] oneTaskPerNumber(Clock clock, Numbers numbers, Pooled pool) {
        float[] squares = numbers.squares.oneTaskPerNumber(pool);
        long begin = System.nanoTime();
        numbers.others.inOneLoop();
        clock.add(System.nanoTime() - begin);
        return squares;
    }

    /// `strategy`, "Workers": the part is the products of the layers.
    @Benchmark
    public float[] workers(Clock clock, Layers layers, Pooled pool) {
        pool.forEachChunk(Layers.SAMPLES, (from, to) -> layers.oneByOne(from, to, clock));
        return layers.scores;
    }

    /// The time of the part and the processor time of the fork, over the measured iterations.
    @State(Scope.Benchmark)
    public static class Clock {
        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final LongAdder nanos = new LongAdder();
        private long beginCpuNanos;
        private long cpuNanos;
        private boolean measured;

        void add(long part) {
            nanos.add(part);
        }

        @Setup(Level.Iteration)
        public void begin(IterationParams iteration) {
            if (!measured && iteration.getType() == IterationType.MEASUREMENT) {
                measured = true;
                nanos.reset();
                beginCpuNanos = system.getProcessCpuTime();
            }
        }

        @TearDown(Level.Iteration)
        public void end() {
            cpuNanos = system.getProcessCpuTime() - beginCpuNanos;
        }

        @TearDown
        public void tell() throws IOException {
            Files.writeString(SHARE, Double.toString(nanos.doubleValue() / cpuNanos));
        }
    }

    /// As in `contiguous`, in the cache of one core.
    @State(Scope.Benchmark)
    public static class Matrix {
        private static final int SIZE = 200;

        private final float[] byColumns = SeededInputs.uniform(SeededInputs.random(), SIZE * SIZE, -1, 1);
        private final float[] product = new float[SIZE * SIZE];
    }

    /// As in `tiny-tasks`.
    @State(Scope.Benchmark)
    public static class Numbers {
        private static final int COUNT = 100;

        private final Squares squares = new Squares(numbers());
        private final Squares others = new Squares(numbers());

        private static float[] numbers() {
            return SeededInputs.uniform(SeededInputs.random(), COUNT, -100, 100);
        }
    }

    /// As in `strategy`.
    @State(Scope.Benchmark)
    public static class Layers {
        private static final int SAMPLES = 32;
        private static final int INPUTS = 784;
        private static final int HIDDEN = 128;
        private static final int OUTPUTS = 64;

        private final RandomGenerator random = SeededInputs.random();
        private final DenseNet network = new DenseNet(random, INPUTS, HIDDEN, OUTPUTS);
        private final float[][] inputs = new float[SAMPLES][];
        private final float[] scores = new float[SAMPLES * OUTPUTS];

        @Setup
        public void fill() {
            for (int sample = 0; sample < SAMPLES; sample++) {
                inputs[sample] = SeededInputs.uniform(random, INPUTS, 0, 1);
            }
        }

        private void oneByOne(int from, int to, Clock clock) {
            for (int sample = from; sample < to; sample++) {
                float[] hidden = new float[HIDDEN];
                float[] outputs = new float[OUTPUTS];
                long begin = System.nanoTime();
                VectorDense.layer(inputs[sample], network.weights(0), network.biases(0), hidden);
                long firstEnd = System.nanoTime();
                VectorRelu.inPlace(hidden);
                long secondBegin = System.nanoTime();
                VectorDense.layer(hidden, network.weights(1), network.biases(1), outputs);
                clock.add(System.nanoTime() - secondBegin + firstEnd - begin);
                System.arraycopy(outputs, 0, scores, sample * OUTPUTS, OUTPUTS);
            }
        }
    }
}
