package dev.lanes.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A ceiling means nothing where the work is not done.
class CeilingKernelsTest {
    private static final int RANGE = 2 * Streams.STEP;
    private static final int FLOATS = RANGE / Float.BYTES;

    @Test
    void everyLaneOfEveryChainIsMultipliedAndAdded() {
        int steps = 5;

        float sum = FmaChains.run(0.5f, steps);

        assertThat((double) sum).isEqualTo(0.25 * FmaChains.flops(steps) / 2);
    }

    @Test
    void loadingAddsUpEveryNumberAsOftenAsItIsPassed() {
        MemorySegment data = numbers(1);

        float once = Streams.load(data, RANGE, RANGE);
        float thrice = Streams.load(data, RANGE, 3 * RANGE);

        assertThat(once).isEqualTo(FLOATS * (FLOATS + 1) / 2f);
        assertThat(thrice).isCloseTo(3 * once, within(once * 1e-5f));
    }

    @Test
    void copyingReachesEveryNumber() {
        MemorySegment copy = numbers(0);

        Streams.copy(numbers(1), copy, RANGE, RANGE);

        assertThat(copy.toArray(ValueLayout.JAVA_FLOAT)).isEqualTo(numbers(1).toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void theJvmsOwnCopyingReachesEveryNumber() {
        MemorySegment copy = numbers(0);

        Streams.arraycopy(numbers(1), copy, RANGE, 2 * RANGE);

        assertThat(copy.toArray(ValueLayout.JAVA_FLOAT)).isEqualTo(numbers(1).toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void addingReachesEveryNumber() {
        MemorySegment sum = numbers(0);

        Streams.add(numbers(1), numbers(2), sum, RANGE, RANGE);

        assertThat(sum.toArray(ValueLayout.JAVA_FLOAT)).isEqualTo(numbers(3).toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void whatIsMovedCountsEveryArrayAndEveryRound() {
        assertThat(new Walk(Pattern.LOAD, 1 << 28).bytesMoved()).isEqualTo(1 << 28);
        assertThat(new Walk(Pattern.ADD, 1 << 14).bytesMoved())
                .isEqualTo(3 * new Walk(Pattern.LOAD, 512).bytesMoved());
        // What a copy reads and what it writes.
        assertThat(new Walk(Pattern.COPY, 1 << 21).bytesMoved()).isEqualTo(2 << 21);
    }

    @Test
    void walksCrossIntoTheForkAsTheyAre() {
        List<Walk> walks = List.of(new Walk(Pattern.LOAD, 16_384), new Walk(Pattern.ADD, 1 << 26));

        assertThat(Walk.read(Walk.write(walks))).isEqualTo(walks);
    }

    /// The multiples of a factor, from the factor itself on.
    private static MemorySegment numbers(int factor) {
        MemorySegment numbers = Arena.ofAuto().allocate(RANGE, 64);
        for (int at = 0; at < FLOATS; at++) {
            numbers.setAtIndex(ValueLayout.JAVA_FLOAT, at, factor * (at + 1));
        }
        return numbers;
    }
}
