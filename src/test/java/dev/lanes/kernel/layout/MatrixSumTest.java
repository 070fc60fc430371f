package dev.lanes.kernel.layout;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixSumTest {
    interface Form {
        double sum(float[] matrix, int rows, int columns);
    }

    private static final List<Form> FORMS = List.of(
            (matrix, rows, columns) -> MatrixSum.byColumns(matrix, rows, columns, columns),
            MatrixSumTest::byPaddedColumns,
            MatrixSum::byRows,
            VectorMatrixSum::byRows);

    record Shape(int rows, int columns) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().mapToObj(columns -> new Shape(3, columns)),
                Stream.of(new Shape(0, 7), new Shape(1, 1), new Shape(200, 1), new Shape(300, 77)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormAddsUpAllNumbers(Shape shape) {
        float[] matrix = Numbers.signed(shape.rows * shape.columns, 1);
        double exact = 0;
        double magnitude = 0;
        for (float number : matrix) {
            exact += number;
            magnitude += Math.abs(number);
        }
        for (Form form : FORMS) {
            double sum = form.sum(matrix, shape.rows, shape.columns);
            Exact.assertWithinRounding(sum, exact, magnitude, Math.max(shape.rows, shape.columns) + 1, "the sum");
        }
    }

    /// With what is not a number between the rows.
    private static double byPaddedColumns(float[] matrix, int rows, int columns) {
        int pitch = columns + 5;
        float[] padded = new float[rows * pitch];
        Arrays.fill(padded, Float.NaN);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix, row * columns, padded, row * pitch, columns);
        }
        return MatrixSum.byColumns(padded, rows, columns, pitch);
    }
}
