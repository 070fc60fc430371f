package dev.lanes.kernel.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All forms of the matrix product against sums in double precision.
@BesideOthers
class MatMulTest {
    /// The forms, called alike; each must leave alone what lies behind the product.
    enum Form {
        BY_DOT_PRODUCTS {
            @Override
            void multiply(float[] left, float[] right, float[] product, Shape shape) {
                MatMul.byDotProducts(left, right, product, shape.rows, shape.inner, shape.columns);
            }
        },
        BY_ROWS {
            @Override
            void multiply(float[] left, float[] right, float[] product, Shape shape) {
                MatMul.byRows(left, right, product, shape.rows, shape.inner, shape.columns);
            }
        },
        VECTOR_BY_DOT_PRODUCTS {
            @Override
            void multiply(float[] left, float[] right, float[] product, Shape shape) {
                VectorMatMul.byDotProducts(left, right, product, shape.rows, shape.inner, shape.columns);
            }
        },
        BLOCKED {
            @Override
            void multiply(float[] left, float[] right, float[] product, Shape shape) {
                float[] packed = filledWith(Float.NaN, BlockedMatMul.PACKED_BLOCK);
                BlockedMatMul.multiply(left, right, product, packed, new TileRoom(),
                        shape.rows, shape.inner, shape.columns);
            }
        },
        PACKED_AHEAD {
            @Override
            void multiply(float[] left, float[] right, float[] product, Shape shape) {
                float[] packed = filledWith(Float.NaN, Panels.length(shape.inner, shape.columns));
                Panels.pack(right, packed, shape.inner, shape.columns);
                BlockedMatMul.multiplyRows(left, packed, product, new TileRoom(),
                        0, shape.rows, shape.inner, shape.columns);
            }
        };

        abstract void multiply(float[] left, float[] right, float[] product, Shape shape);
    }

    record Shape(int rows, int inner, int columns) {}

    static Stream<Shape> shapes() {
        Random random = new Random(7);
        return Stream.of(
                        Numbers.sizes().mapToObj(columns -> new Shape(5, 11, columns)),
                        Numbers.sizes().mapToObj(inner -> new Shape(7, inner, 33)),
                        IntStream.rangeClosed(0, 19).mapToObj(rows -> new Shape(rows, 9, 70)),
                        IntStream.range(0, 27).mapToObj(at -> new Shape(at % 3, at / 3 % 3, at / 9)),
                        Stream.of(new Shape(64, 784, 128), new Shape(3, 5, BlockedMatMul.BLOCK_COLUMNS + 1),
                                new Shape(13, BlockedMatMul.DEPTH, 64), new Shape(6, 2 * BlockedMatMul.DEPTH + 1, 65)),
                        Stream.generate(() -> new Shape(random.nextInt(40), random.nextInt(600), random.nextInt(700)))
                                .limit(40))
                .flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormComputesTheProduct(Shape shape) {
        float[] left = Numbers.signed(shape.rows * shape.inner, 1);
        float[] right = Numbers.signed(shape.inner * shape.columns, 2);
        for (Form form : Form.values()) {
            int length = shape.rows * shape.columns;
            float[] product = filledWith(-3, length + 100);
            form.multiply(left, right, product, shape);
            Exact.assertProduct(left, right, product, shape.rows, shape.inner, shape.columns);
            assertThat(Arrays.copyOfRange(product, length, product.length))
                    .as("what lies behind the product of %s", form)
                    .containsOnly(-3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCallStartsAgainFromZero(Form form) {
        Shape shape = new Shape(10, 300, 70);
        float[] left = Numbers.signed(shape.rows * shape.inner, 1);
        float[] right = Numbers.signed(shape.inner * shape.columns, 2);
        float[] product = new float[shape.rows * shape.columns];
        form.multiply(left, right, product, shape);
        float[] first = product.clone();
        form.multiply(left, right, product, shape);
        Exact.assertSame(product, first);
    }

    @Test
    void theBlockedProductAllocatesNothing() {
        Shape shape = new Shape(63, 784, 120);
        float[] left = Numbers.signed(shape.rows * shape.inner, 1);
        float[] right = Numbers.signed(shape.inner * shape.columns, 2);
        float[] product = new float[shape.rows * shape.columns];
        float[] packed = new float[BlockedMatMul.PACKED_BLOCK];
        TileRoom room = new TileRoom();
        long bytes = bytesAllocatedOnceWarm(() -> {
            BlockedMatMul.multiply(left, right, product, packed, room, shape.rows, shape.inner, shape.columns);
        });
        // One boxed vector per tile would make tens of kilobytes.
        assertThat(bytes).isLessThan(1_000);
    }

    /// The smallest number of bytes that a call allocated, of many calls until the compiler is through with it.
    private static long bytesAllocatedOnceWarm(Runnable kernel) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        long end = System.nanoTime() + 20_000_000_000L;
        while (fewest > 0 && System.nanoTime() < end) {
            long before = threads.getCurrentThreadAllocatedBytes();
            kernel.run();
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }

    private static float[] filledWith(float number, int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, number);
        return numbers;
    }
}
