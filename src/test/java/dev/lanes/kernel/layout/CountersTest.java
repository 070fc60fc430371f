package dev.lanes.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
    interface Form {
        void add(MemorySegment memory, long place, int times, long step);
    }

    private static final List<Form> FORMS =
            List.of(Counters::addInMemory, Counters::addAtomically, Counters::addLocally);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_003})
    void everyFormAddsToItsPlaceAndToNoOther(int times) {
        for (Form form : FORMS) {
            MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, 10, 20, 30);
            form.add(memory, Long.BYTES, times, 3);
            form.add(memory, 2 * Long.BYTES, 1, -30);
            assertThat(memory.toArray(ValueLayout.JAVA_LONG)).containsExactly(10, 20 + 3L * times, 0);
        }
    }

    @Test
    void noAtomicStepIsLostThoughAllThreadsCountInOnePlace() {
        MemorySegment memory = Arena.ofAuto().allocate(Long.BYTES, Long.BYTES);

        IntStream.range(0, 4).parallel().forEach(thread -> Counters.addAtomically(memory, 0, 100_000, 1));

        assertThat(memory.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(400_000);
    }
}
