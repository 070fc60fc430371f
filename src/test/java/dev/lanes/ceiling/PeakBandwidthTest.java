package dev.lanes.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BesideOthers
class PeakBandwidthTest {
    private static final long PAGE = 4_096;

    /// Beside arrays for memory, since it is those that are far apart.
    private final PeakBandwidth bandwidth = new PeakBandwidth();

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void noTwoPagesOfAShortWalkLookAlikeToTheWayPredictor(Pattern pattern) {
        allocateWith(pattern);
        bandwidth.take(new Walk(pattern, 16_384 / Integer.highestOneBit(2 * pattern.arrays() - 1)));

        List<Long> pages = arrays().stream().flatMapToLong(PeakBandwidthTest::pages).distinct().boxed()
                .toList();

        assertThat(pages).hasSizeGreaterThanOrEqualTo(4);
        assertThat(pages.stream().map(PeakBandwidthTest::hash)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void arraysBeginAtALineAndNotAtTheSamePlaceOfTheirPages(Pattern pattern) {
        allocateWith(pattern);
        for (int range : List.of(512, 4_096, 1 << 26)) {
            bandwidth.take(new Walk(pattern, range));

            assertThat(arrays()).hasSize(pattern.arrays())
                    .allSatisfy(array -> assertThat(array.byteSize()).isEqualTo(range))
                    .allSatisfy(array -> assertThat(array.address() % 64).isZero());
            assertThat(arrays().stream().map(array -> array.address() % PAGE)).doesNotHaveDuplicates();
        }
    }

    @Test
    void addingSetsTheThirdArrayAndLeavesTheOthersAlone() {
        allocateWith(Pattern.ADD);
        bandwidth.take(new Walk(Pattern.ADD, 4_096));
        MemorySegment left = arrays().getFirst();
        left.fill((byte) 1);

        bandwidth.walk();

        assertThat(arrays().getLast().mismatch(left)).as("left plus nothing").isEqualTo(-1);
        assertThat(arrays().get(1).toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
    }

    /// Of the walk that was taken.
    private List<MemorySegment> arrays() {
        return Stream.of(bandwidth.first, bandwidth.second, bandwidth.third).filter(Objects::nonNull).toList();
    }

    private void allocateWith(Pattern pattern) {
        bandwidth.walks = Walk.write(List.of(new Walk(pattern, 1 << 26)));
        bandwidth.allocate();
    }

    private static LongStream pages(MemorySegment array) {
        return LongStream.rangeClosed(array.address() / PAGE, (array.address() + array.byteSize() - 1) / PAGE);
    }

    /// Of a page of an AMD processor since Zen: bits 15 to 19 of the address with bits 20 to 24, and
    /// bits 12, 13 and 14 with bits 27, 26 and 25.
    private static long hash(long page) {
        long mirrored = Integer.reverse((int) (page >>> 13 & 0b111)) >>> 29;
        long straight = page >>> 8 & 0b1_1111;
        return (page & 0xFF) ^ (straight << 3 | mirrored);
    }
}
