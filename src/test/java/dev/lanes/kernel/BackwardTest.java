package dev.lanes.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The two products that take errors back through a layer.
class BackwardTest {
    interface Form {
        void apply(float[] one, float[] other, float[] result);
    }

    record Shape(int inputs, int outputs) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().mapToObj(outputs -> new Shape(13, outputs)),
                Stream.of(new Shape(0, 7), new Shape(1, 1), new Shape(784, 10), new Shape(129, 33)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anOuterProductIsAddedToTheSums(Shape shape) {
        float[] left = Numbers.signed(shape.inputs, 1);
        float[] right = Numbers.signed(shape.outputs, 2);
        float[] before = Numbers.signed(shape.inputs * shape.outputs, 3);
        for (Form form : List.<Form>of(OuterProduct::add, VectorOuterProduct::add)) {
            float[] sums = before.clone();
            form.apply(left, right, sums);
            for (int at = 0; at < sums.length; at++) {
                double term = (double) left[at / shape.outputs] * right[at % shape.outputs];
                Exact.assertWithinRounding(
                        sums[at], before[at] + term, Math.abs(before[at]) + Math.abs(term), 2, "sum " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anInputsErrorIsTheSumOfItsShares(Shape shape) {
        float[] outputErrors = Numbers.signed(shape.outputs, 1);
        float[] weights = Numbers.signed(shape.inputs * shape.outputs, 2);
        for (Form form : List.<Form>of(DenseErrors::ofInputs, VectorDenseErrors::ofInputs)) {
            float[] inputErrors = Numbers.signed(shape.inputs, 3);
            form.apply(outputErrors, weights, inputErrors);
            Exact.assertProduct(weights, outputErrors, inputErrors, shape.inputs, shape.outputs, 1);
        }
    }
}
