package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccumulationTest {
    interface Form {
        void add(float[] numbers, float[] sums);
    }

    private static final List<Form> FORMS = List.of(Accumulation::add, VectorAccumulation::add);

    static IntStream lengths() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void everyFormAddsEachNumberAtItsPlace(int length) {
        float[] numbers = Numbers.signed(length, 1);
        float[] before = Numbers.signed(length, 2);
        for (Form form : FORMS) {
            float[] sums = before.clone();
            form.add(numbers, sums);
            for (int at = 0; at < length; at++) {
                assertThat(sums[at]).as("sum %d of %d", at, length).isEqualTo(before[at] + numbers[at]);
            }
        }
    }
}
