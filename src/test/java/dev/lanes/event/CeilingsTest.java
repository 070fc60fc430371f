package dev.lanes.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Ceilings.Bandwidth;
import dev.lanes.event.Ceilings.Compute;
import dev.lanes.event.Ceilings.LevelRate;
import dev.lanes.event.Ceilings.Pattern;
import dev.lanes.event.Ceilings.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingsTest {
    private static final Ceilings CEILINGS = new Ceilings("2026-01-01T00:00:00Z", "a JVM",
            List.of(new Compute(1, rate(100)), new Compute(4, rate(360))),
            List.of(new Bandwidth("L1", 32_000L, 1, Pattern.LOAD, rate(200)),
                    new Bandwidth("L1", 32_000L, 1, Pattern.ADD, rate(250)),
                    new Bandwidth("L1", 128_000L, 4, Pattern.LOAD, rate(800)),
                    new Bandwidth("L1", 128_000L, 4, Pattern.ADD, rate(1000)),
                    new Bandwidth("memory", null, 1, Pattern.LOAD, rate(20)),
                    new Bandwidth("memory", null, 4, Pattern.LOAD, rate(30))));
    private static final Ceilings NOTHING = new Ceilings("2026-01-01T00:00:00Z", "a JVM", List.of(), List.of());

    @Test
    void theyTravelAsALine() {
        assertThat(EventLine.read(EventLine.write(CEILINGS), Ceilings.class)).isEqualTo(CEILINGS);
        assertThat(EventLine.write(CEILINGS)).contains("\"pattern\":\"load\"").doesNotContain("\n");
    }

    @Test
    void eachWorkerHasWhatOneAloneHasButTogetherNoMoreThanAll() {
        assertThat(CEILINGS.gflops(1)).hasValue(100.0);
        assertThat(CEILINGS.gflops(3)).hasValue(300.0);
        assertThat(CEILINGS.gflops(4)).hasValue(360.0);
        assertThat(CEILINGS.gflops(8)).hasValue(360.0);
        assertThat(NOTHING.gflops(1)).isEmpty();
    }

    @Test
    void theLevelIsTheNearestThatHoldsTheFootprint() {
        assertThat(CEILINGS.bandwidth(32_000, 1, null)).hasValue(new LevelRate("L1", 250));
        assertThat(CEILINGS.bandwidth(32_001, 1, null)).hasValue(new LevelRate("memory", 20));
        assertThat(CEILINGS.bandwidth(128_000, 4, null)).hasValue(new LevelRate("L1", 1000));
        assertThat(CEILINGS.bandwidth(1e9, 2, null)).hasValue(new LevelRate("memory", 30));
        assertThat(NOTHING.bandwidth(1, 1, null)).isEmpty();
    }

    @Test
    void whatMovesInItsOwnWayIsHeldAgainstThatWay() {
        Ceilings ceilings = new Ceilings("2026-01-01T00:00:00Z", "a JVM", List.of(),
                List.of(new Bandwidth("memory", null, 1, Pattern.LOAD, rate(15)),
                        new Bandwidth("memory", null, 1, Pattern.COPY, rate(24)),
                        new Bandwidth("memory", null, 1, Pattern.ARRAYCOPY, rate(36))));

        assertThat(ceilings.bandwidth(1e9, 1, Pattern.LOAD)).hasValue(new LevelRate("memory", 15));
        assertThat(ceilings.bandwidth(1e9, 1, Pattern.ARRAYCOPY)).hasValue(new LevelRate("memory", 36));
        assertThat(ceilings.bandwidth(1e9, 1, null)).as("no loop writes past the caches")
                .hasValue(new LevelRate("memory", 24));
        assertThat(ceilings.bandwidth(1e9, 1, Pattern.ADD)).as("not measured").isEmpty();
    }

    private static Rate rate(double median) {
        return new Rate(median, median * 0.95, median * 1.05);
    }
}
