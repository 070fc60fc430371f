package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Ceilings.Bandwidth;
import dev.lanes.event.Ceilings.Compute;
import dev.lanes.event.Ceilings.Pattern;
import dev.lanes.event.Ceilings.Rate;
import dev.lanes.event.Plan.Execution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a machine of 100 billion operations a second and core, 80 GB/s from L3 and 20 GB/s from memory, 30 for both cores.
class CeilingReasonsTest {
    private static final double IN_L3 = 12e6;
    private static final double IN_MEMORY = 256e6;

    private final GivenGrounds given = new GivenGrounds();

    @BeforeEach
    void measuredCeilings() {
        given.ceilings(new Ceilings("2026-01-01T00:00:00Z", "a JVM",
                List.of(new Compute(1, rate(100)), new Compute(2, rate(200))),
                List.of(new Bandwidth("L3", 32_000_000L, 1, Pattern.LOAD, rate(80)),
                        new Bandwidth("L3", 32_000_000L, 1, Pattern.COPY, rate(70)),
                        new Bandwidth("L3", 32_000_000L, 2, Pattern.LOAD, rate(160)),
                        new Bandwidth("memory", null, 1, Pattern.COPY, rate(20)),
                        new Bandwidth("memory", null, 2, Pattern.COPY, rate(30)))));
        given.reference().ns(400_000).busy(1);
    }

    @Test
    void dataSetTheTimeWhereTheyComeAsFastAsTheirLevelLets() {
        given.subject().ns(200_000).busy(1).vectors().work(1e6, 12e6, IN_L3);

        assertThat(given.said(CeilingReasons::data)).contains("60.0 GB/s", "75 %", "one core", "L3");
        assertThat(given.reasons()).startsWith(given.said(CeilingReasons::data));
        given.subject().ns(214_000);
        assertThat(given.said(CeilingReasons::data)).contains("56.1 GB/s", "70 %");
        given.subject().ns(220_000);
        assertThat(given.said(CeilingReasons::data)).as("68 %").isEmpty();
    }

    @Test
    void twoWorkersAreHeldAgainstWhatTwoCoresGet() {
        given.reference().ns(13_000_000);
        given.subject().pooled(2).ns(9_000_000).busy(1.9).work(0, IN_MEMORY, IN_MEMORY);

        assertThat(given.said(CeilingReasons::data)).contains("28.4 GB/s", "95 %", "2 workers", "memory");
        assertThat(given.reasons()).contains(given.said(CeilingReasons::data));
    }

    @Test
    void arithmeticIsHeldAgainstWhatTheUnitsCanDo() {
        given.subject().ns(16_000).busy(1).vectors().work(1.28e6, 400_000, 400_000);

        assertThat(given.said(CeilingReasons::arithmetic)).contains("80.0 billion", "80 %", "one core");
        assertThat(given.reasons()).contains(given.said(CeilingReasons::arithmetic));
        given.subject().ns(20_000);
        assertThat(given.said(CeilingReasons::arithmetic)).as("64 %: a good kernel, and no limit").isEmpty();
    }

    @Test
    void theStrongerCauseComesFirst() {
        given.subject().ns(200_000).busy(1).vectors().work(1e6, 12e6, IN_L3);
        assertThat(given.reasons()).as("20 times, against twice by lanes")
                .startsWith(given.said(CeilingReasons::data));

        given.subject().ns(16_000).work(1.28e6, 400_000, 400_000);
        assertThat(given.reasons()).as("25 times by more than lanes, and 80 % of that").containsExactly(
                given.said(CodeReasons::moreThanLanes), given.said(CeilingReasons::arithmetic));
    }

    @Test
    void nothingIsSaidWithoutCeilingsOrWorkOrOfCodeThatIsNotCompiledOrBeyondBelief() {
        given.subject().ns(200_000).busy(1).vectors().work(1e6, 12e6, IN_L3);
        given.subject().runs(Execution.FROM_COLD);
        assertThat(aboutCeilings()).isEmpty();

        given.subject().runs(Execution.COMPILED).ns(100_000);
        assertThat(aboutCeilings()).as("150 % of L3").isEmpty();

        given.subject().ns(200_000);
        assertThat(aboutCeilings()).hasSize(1);
        given.ceilings(null);
        assertThat(aboutCeilings()).isEmpty();
    }

    @Test
    void aCeilingThatIsJustPassedCountsAsReached() {
        given.subject().ns(140_000).busy(1).work(1e6, 12e6, IN_L3);

        assertThat(given.said(CeilingReasons::data)).contains("100 %", "L3");
    }

    private List<String> aboutCeilings() {
        return Stream.of(given.said(CeilingReasons::data), given.said(CeilingReasons::arithmetic))
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private static Rate rate(double median) {
        return new Rate(median, median * 0.95, median * 1.05);
    }
}
