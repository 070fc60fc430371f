package dev.lanes.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
    interface Form {
        void add(long[] counters, int place, int times, long step);
    }

    private static final List<Form> FORMS = List.of(Counters::addInMemory, Counters::addLocally);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_003})
    void everyFormAddsToItsPlaceAndToNoOther(int times) {
        for (Form form : FORMS) {
            long[] counters = {10, 20, 30};
            form.add(counters, 1, times, 3);
            form.add(counters, 2, 1, -30);
            assertThat(counters).containsExactly(10, 20 + 3L * times, 0);
        }
    }
}
