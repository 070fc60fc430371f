package dev.lanes.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransposeTest {
    private static final float UNTOUCHED = 77;

    enum Form {
        BY_TILES {
            @Override
            void transpose(float[] matrix, float[] transposed, int rows, int columns) {
                Transpose.part(matrix, transposed, 0, rows, 0, columns, rows, columns);
            }
        },
        BY_SQUARES {
            @Override
            void transpose(float[] matrix, float[] transposed, int rows, int columns) {
                VectorTranspose.bySquares(matrix, transposed, rows, columns);
            }
        };

        abstract void transpose(float[] matrix, float[] transposed, int rows, int columns);
    }

    /// All sizes of square, those this machine does not choose included.
    enum Square {
        OF_4(SquareOf4.SIDE) {
            @Override
            void turn(float[] matrix, int from, int stride, float[] result, int to, int toStride) {
                SquareOf4.turn(matrix, from, stride, result, to, toStride);
            }
        },
        OF_8(SquareOf8.SIDE) {
            @Override
            void turn(float[] matrix, int from, int stride, float[] result, int to, int toStride) {
                SquareOf8.turn(matrix, from, stride, result, to, toStride);
            }
        },
        OF_16(SquareOf16.SIDE) {
            @Override
            void turn(float[] matrix, int from, int stride, float[] result, int to, int toStride) {
                SquareOf16.turn(matrix, from, stride, result, to, toStride);
            }
        };

        final int side;

        Square(int side) {
            this.side = side;
        }

        abstract void turn(float[] matrix, int from, int stride, float[] result, int to, int toStride);
    }

    record Shape(int rows, int columns) {}

    static Stream<Shape> shapes() {
        Random random = new Random(11);
        return Stream.of(
                        Numbers.sizes().mapToObj(size -> new Shape(size, size)),
                        Numbers.sizes().mapToObj(rows -> new Shape(rows, 37)),
                        Numbers.sizes().mapToObj(columns -> new Shape(37, columns)),
                        IntStream.range(0, 4).mapToObj(at -> new Shape(at % 2, at / 2)),
                        Stream.generate(() -> new Shape(random.nextInt(200), random.nextInt(200))).limit(60))
                .flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormMakesColumnsOfRowsAndTouchesNothingElse(Shape shape) {
        int count = shape.rows * shape.columns;
        float[] matrix = Numbers.signed(count, 1);
        float[] expected = new float[count + 40];
        Arrays.fill(expected, UNTOUCHED);
        for (int at = 0; at < count; at++) {
            expected[at % shape.columns * shape.rows + at / shape.columns] = matrix[at];
        }
        for (Form form : Form.values()) {
            float[] transposed = new float[count + 40];
            Arrays.fill(transposed, UNTOUCHED);
            form.transpose(matrix, transposed, shape.rows, shape.columns);
            assertThat(Arrays.equals(transposed, expected)).as("%s of %s", form, shape).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSquareIsTurnedWhereItStandsAmongOthers(Square square) {
        int stride = square.side + 3;
        int toStride = square.side + 5;
        float[] matrix = Numbers.signed(2 + square.side * stride, 2);
        float[] result = new float[1 + square.side * toStride];
        Arrays.fill(result, UNTOUCHED);
        square.turn(matrix, 2, stride, result, 1, toStride);
        assertThat(result[0]).isEqualTo(UNTOUCHED);
        for (int at = 1; at < result.length; at++) {
            int row = (at - 1) / toStride;
            int column = (at - 1) % toStride;
            assertThat(result[at]).as("row %d, column %d", row, column)
                    .isEqualTo(column < square.side ? matrix[2 + column * stride + row] : UNTOUCHED);
        }
    }
}
