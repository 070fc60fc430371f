package dev.lanes.kernel.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OuterProductTest {
    interface Form {
        void addRows(float[] column, float[] row, float[] sums, int from, int to);
    }

    interface WholeForm {
        void add(float[] column, float[] row, float[] sums);
    }

    private static final List<Form> FORMS = List.of(OuterProduct::addRows, VectorOuterProduct::addRows);

    record Shape(int rows, int columns) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().mapToObj(columns -> new Shape(5, columns)),
                Numbers.sizes().mapToObj(rows -> new Shape(rows, 37)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyFormAddsTheProductToTheRowsAskedForAndToNoOthers(Shape shape) {
        float[] column = Numbers.signed(shape.rows, 1);
        float[] row = Numbers.signed(shape.columns, 2);
        float[] before = Numbers.signed(shape.rows * shape.columns, 3);
        int from = shape.rows / 3;
        int to = shape.rows - shape.rows / 4;
        for (Form form : FORMS) {
            float[] sums = before.clone();
            form.addRows(column, row, sums, from, to);
            for (int at = 0; at < sums.length; at++) {
                int i = at / shape.columns;
                double term = i < from || i >= to ? 0 : (double) column[i] * row[at % shape.columns];
                Exact.assertWithinRounding(
                        sums[at], before[at] + term, Math.abs(before[at]) + Math.abs(term), term == 0 ? 0 : 2,
                        "sum " + at);
            }
        }
    }

    @Test
    void withoutARangeEveryFormAddsToAllRows() {
        float[] column = Numbers.signed(13, 1);
        float[] row = Numbers.signed(29, 2);
        float[] expected = new float[13 * 29];
        OuterProduct.addRows(column, row, expected, 0, 13);
        for (WholeForm form : List.<WholeForm>of(OuterProduct::add, VectorOuterProduct::add)) {
            float[] sums = new float[13 * 29];
            form.add(column, row, sums);
            assertThat(sums).containsExactly(expected);
        }
    }
}
