package dev.lanes.kernel.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdditionTest {
    interface Form {
        void add(float[] first, float[] second, float[] sums);
    }

    private static final List<Form> FORMS = List.of(Addition::add, VectorAddition::add);

    static IntStream sizes() {
        return Numbers.sizes();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyFormAddsPlaceByPlace(int size) {
        float[] first = Numbers.signed(size, 1);
        float[] second = Numbers.signed(size, 2);
        for (Form form : FORMS) {
            float[] sums = Numbers.signed(size, 3);
            form.add(first, second, sums);
            for (int at = 0; at < size; at++) {
                assertThat(sums[at]).isEqualTo(first[at] + second[at]);
            }
        }
    }
}
