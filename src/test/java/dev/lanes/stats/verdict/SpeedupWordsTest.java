package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Speedup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedupWordsTest {
    @Test
    void anIntervalAboveOneIsFaster() {
        assertThat(SpeedupWords.of(new Speedup(2.9, 2.71, 3.1))).contains("2.9 times faster", "2.7 to 3.1");
    }

    @Test
    void anIntervalBelowOneIsSlowerAndReadsTheOtherWayRound() {
        assertThat(SpeedupWords.of(new Speedup(0.5, 0.4, 0.625))).contains("2.0 times slower", "1.6 to 2.5");
    }

    @Test
    void anIntervalAroundOneIsNeither() {
        assertThat(SpeedupWords.of(new Speedup(1.2, 0.98, 1.5))).contains("0.98 to 1.5")
                .doesNotContain("faster", "slower", "as long", "%");
    }

    @Test
    void anIntervalWithinATenthOfOneIsAboutAsLong() {
        assertThat(SpeedupWords.of(new Speedup(1, 0.92, 1.09))).contains("about as long", "0.92 to 1.09");
        assertThat(SpeedupWords.of(new Speedup(1, 0.90, 1.09))).doesNotContain("about as long");
        assertThat(SpeedupWords.of(new Speedup(1, 0.92, 1.11))).doesNotContain("about as long");
    }

    @ParameterizedTest
    @CsvSource({"1.02, 1.01, 1.03", "1.15, 1.004, 1.36", "0.98, 0.97, 0.99", "1.24, 1.02, 1.52"})
    void anIntervalThatExcludesOneIsOnlyCalledUnclearWithTheMarginThatCounts(double value, double low, double high) {
        assertThat(SpeedupWords.of(new Speedup(value, low, high))).doesNotContain("faster", "slower").contains("3 %");
    }

    @ParameterizedTest
    @CsvSource({
        "31539.2, '31,539'", "84.4, 84", "9.96, 10", "9.94, 9.9", "2.9, 2.9", "1.996, 2.0", "1.3, 1.3",
        "1.04, 1.04", "0.93, 0.93", "0.9, 0.90", "0.0511, 0.051", "0.000216, 0.00022"
    })
    void aRatioHasTheDigitsThatThePageGivesIt(double ratio, String digits) {
        assertThat(SpeedupWords.ratio(ratio)).isEqualTo(digits);
    }
}
