package dev.lanes.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The library's product against sums in double precision, and its threads.
@Isolated("reads the processor time of the whole JVM")
class BlasTest {
    private static final double UNIT_ROUNDOFF = 0x1p-24;
    private static final int BEHIND = 100;

    record Shape(int rows, int inner, int columns) {}

    @BeforeAll
    static void thereIsALibrary() {
        assumeThat(BlasSearch.problem()).isEmpty();
    }

    static Stream<Shape> shapes() {
        Random random = new Random(7);
        return Stream.concat(
                Stream.of(new Shape(0, 0, 0), new Shape(0, 5, 3), new Shape(4, 0, 3), new Shape(4, 5, 0),
                        new Shape(1, 1, 1), new Shape(1, 300, 1), new Shape(64, 784, 128), new Shape(257, 129, 65)),
                Stream.generate(() -> new Shape(random.nextInt(40), random.nextInt(600), random.nextInt(200)))
                        .limit(30));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itSetsTheProductAndTouchesNothingBehindIt(Shape shape) {
        float[] left = signed(shape.rows * shape.inner, 1);
        float[] right = signed(shape.inner * shape.columns, 2);
        int length = shape.rows * shape.columns;
        float[] product = new float[length + BEHIND];
        Arrays.fill(product, -3);
        Blas.useThreads(1);

        Blas.multiply(left, right, product, shape.rows, shape.inner, shape.columns);

        for (int at = 0; at < length; at++) {
            assertWithinRounding(product[at], left, right, shape, at / shape.columns, at % shape.columns);
        }
        assertThat(Arrays.copyOfRange(product, length, product.length)).containsOnly(-3);
    }

    @Test
    void anArrayThatIsTooShortNeverReachesTheLibrary() {
        float[] six = new float[6];
        float[] five = new float[5];

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Blas.multiply(five, six, new float[4], 2, 3, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Blas.multiply(six, five, new float[4], 2, 3, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Blas.multiply(six, six, new float[3], 2, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void asManyThreadsComputeAsItWasTold(int threads) {
        int size = 1000;
        float[] left = signed(size * size, 1);
        float[] right = signed(size * size, 2);
        float[] product = new float[size * size];
        Blas.useThreads(threads);
        assertThat(Blas.threads()).isEqualTo(threads);
        Blas.multiply(left, right, product, size, size, size);

        // Whatever else the JVM computes meanwhile counts, too, but comes and goes.
        assertThat(DoubleStream.generate(() -> sharesOf(() -> Blas.multiply(left, right, product, size, size, size)))
                        .limit(8).anyMatch(shares -> Math.abs(shares - threads) < 0.4))
                .as("in one of some tries, all threads took %d times as much processor time as the caller", threads)
                .isTrue();
    }

    /// The processor time of all threads by that of the caller.
    private static double sharesOf(Runnable call) {
        long mine = timeOfThisThread();
        long all = timeOfAllThreads();
        for (int turn = 0; turn < 10; turn++) {
            call.run();
        }
        return (timeOfAllThreads() - all) / (double) (timeOfThisThread() - mine);
    }

    /// Fails unless the number is the exact one up to the rounding of as many operations as it takes.
    private static void assertWithinRounding(
            float actual, float[] left, float[] right, Shape shape, int row, int column) {
        double exact = 0;
        double magnitude = 0;
        for (int k = 0; k < shape.inner; k++) {
            double term = (double) left[row * shape.inner + k] * right[k * shape.columns + column];
            exact += term;
            magnitude += Math.abs(term);
        }
        double rounding = (shape.inner + 1) * UNIT_ROUNDOFF;
        assertThat(Math.abs(actual - exact))
                .as("error at (%d, %d) of %s", row, column, shape)
                .isLessThanOrEqualTo(magnitude * rounding / (1 - rounding));
    }

    private static long timeOfThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long timeOfAllThreads() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static float[] signed(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = random.nextFloat(-1, 1);
        }
        return numbers;
    }
}
