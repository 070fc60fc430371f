package dev.lanes.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {
    private static final float NUMBER = 0.3f;
    private static final float UNTOUCHED = 77;

    interface Form {
        void work(float[] input, float number, float[] output, int from, int to);
    }

    interface Step {
        float of(float input);
    }

    record Operation(Step step, List<Form> forms) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(input -> input + NUMBER, List.of(Elementwise::add, VectorElementwise::add)),
            new Operation(input -> input * NUMBER, List.of(Elementwise::multiply, VectorElementwise::multiply)),
            new Operation(input -> input / NUMBER, List.of(Elementwise::divide, VectorElementwise::divide)),
            new Operation(
                    input -> input < NUMBER ? NUMBER : input,
                    List.of(Elementwise::atLeast, VectorElementwise::atLeast)));

    record Run(int from, int to) {}

    static Stream<Run> runs() {
        return Numbers.sizes().boxed().flatMap(size -> Stream.of(new Run(0, size), new Run(5, 5 + size)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyFormWorksOnTheRunAndOnNothingElse(Run run) {
        float[] input = Numbers.signed(run.to + 40, 1);
        for (Operation operation : OPERATIONS) {
            for (Form form : operation.forms) {
                float[] output = new float[input.length];
                Arrays.fill(output, UNTOUCHED);
                form.work(input, NUMBER, output, run.from, run.to);
                for (int at = 0; at < output.length; at++) {
                    boolean inside = at >= run.from && at < run.to;
                    assertThat(output[at]).isEqualTo(inside ? operation.step.of(input[at]) : UNTOUCHED);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theOutputMayBeTheInput(Run run) {
        for (Operation operation : OPERATIONS) {
            for (Form form : operation.forms) {
                float[] before = Numbers.signed(run.to, 2);
                float[] numbers = before.clone();
                form.work(numbers, NUMBER, numbers, run.from, run.to);
                for (int at = run.from; at < run.to; at++) {
                    assertThat(numbers[at]).isEqualTo(operation.step.of(before[at]));
                }
            }
        }
    }
}
