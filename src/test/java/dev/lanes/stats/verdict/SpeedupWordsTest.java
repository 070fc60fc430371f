package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Speedup;
import org.junit.jupiter.api.Test;

class SpeedupWordsTest {
    @Test
    void anIntervalAboveOneIsFaster() {
        assertThat(SpeedupWords.of(new Speedup(2.9, 2.71, 3.1))).isEqualTo("2.90 times faster (2.71 to 3.10)");
    }

    @Test
    void anIntervalBelowOneIsSlowerAndReadsTheOtherWayRound() {
        assertThat(SpeedupWords.of(new Speedup(0.5, 0.4, 0.625))).isEqualTo("2.00 times slower (1.60 to 2.50)");
    }

    @Test
    void anIntervalAroundOneIsNeither() {
        assertThat(SpeedupWords.of(new Speedup(1.2, 0.98, 1.5))).contains("0.98 to 1.50")
                .doesNotContain("faster", "slower");
    }

    @Test
    void aDifferenceBelowThreePercentIsNotWorthAWord() {
        assertThat(SpeedupWords.of(new Speedup(1.02, 1.01, 1.03))).doesNotContain("faster", "slower");
        assertThat(SpeedupWords.of(new Speedup(1.15, 1.004, 1.36))).doesNotContain("faster", "slower");
        assertThat(SpeedupWords.of(new Speedup(0.98, 0.97, 0.99))).doesNotContain("faster", "slower");
    }

    @Test
    void largeFiguresCarryNoDecimals() {
        assertThat(SpeedupWords.of(new Speedup(31_539, 30_000, 33_000)))
                .isEqualTo("31,539 times faster (30,000 to 33,000)");
    }
}
