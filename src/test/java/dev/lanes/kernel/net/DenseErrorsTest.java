package dev.lanes.kernel.net;

import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenseErrorsTest {
    interface Form {
        void ofInputs(float[] outputErrors, float[] weights, float[] inputErrors);
    }

    private static final List<Form> FORMS = List.of(DenseErrors::ofInputs, VectorDenseErrors::ofInputs);

    record Shape(int inputs, int outputs) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().mapToObj(outputs -> new Shape(13, outputs)),
                Stream.of(new Shape(0, 7), new Shape(1, 1), new Shape(784, 10), new Shape(129, 33)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anInputsErrorIsTheSumOfItsShares(Shape shape) {
        float[] outputErrors = Numbers.signed(shape.outputs, 1);
        float[] weights = Numbers.signed(shape.inputs * shape.outputs, 2);
        for (Form form : FORMS) {
            float[] inputErrors = Numbers.signed(shape.inputs, 3);
            form.ofInputs(outputErrors, weights, inputErrors);
            Exact.assertProduct(weights, outputErrors, inputErrors, shape.inputs, shape.outputs, 1);
        }
    }
}
