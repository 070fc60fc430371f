package dev.lanes.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Ratio.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Ratio.of(4, 1, 2, 3).median()).isEqualTo(2.5);
        assertThat(Ratio.of(7).median()).isEqualTo(7);
    }

    /// Conover's table: of nine numbers, the second and the last but one hold the median in 96.1 % of all cases.
    @Test
    void theIntervalIsAsNarrowAsTheBinomialDistributionAllows() {
        Ratio ofNine = Ratio.of(IntStream.rangeClosed(1, 9).asDoubleStream().toArray());
        assertThat(ofNine).isEqualTo(new Ratio(5, 2, 8, ofNine.coverage()));
        assertThat(ofNine.coverage()).isCloseTo(0.961, within(0.001));

        Ratio ofSix = Ratio.of(IntStream.rangeClosed(1, 6).asDoubleStream().toArray());
        assertThat(ofSix).isEqualTo(new Ratio(3.5, 1, 6, ofSix.coverage()));
        assertThat(ofSix.coverage()).isCloseTo(0.969, within(0.001));
    }

    @Test
    void ofAFewItSpansAllAndCoversLess() {
        assertThat(Ratio.of(1, 2, 3)).isEqualTo(new Ratio(2, 1, 3, 0.75));
        assertThat(Ratio.of(1)).isEqualTo(new Ratio(1, 1, 1, 0));
    }
}
