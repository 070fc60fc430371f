package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.Plan;
import dev.lanes.stats.trust.Given;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BesideOthers
class ModesTest {
    @Test
    void twoGroupsOfJvmsWhoseSamplesAreApartAreTwoModes() {
        assertThat(modes(0.01, 10, 12, 10, 12)).isTrue();
        assertThat(modes(0.01, 10, 10, 10, 10, 10, 10, 10, 15)).isTrue();
        assertThat(modes(0.01, 10, 11.2)).as("as far apart as two JVMs may be").isFalse();
        assertThat(modes(0.01, 10, 10.9, 10, 10.9)).as("less than a tenth apart").isFalse();
    }

    @Test
    void jvmsThatScatterEvenlyHaveNoModesHoweverFar() {
        assertThat(modes(0.01, 10, 11, 12, 13, 14, 15, 16)).isFalse();
    }

    /// As beside a neighbour that comes and goes: every JVM has samples of both kinds.
    @Test
    void jvmsWhoseSamplesOverlapHaveNoModes() {
        assertThat(modes(0.12, 10, 12, 10, 12)).isFalse();
        assertThat(modes(0.12, 10, 10.1, 9.9, 12, 12.1, 11.9)).isFalse();
    }

    @Test
    void aSingleJvmAndCallsFromColdHaveNone() {
        assertThat(modes(0.01, 10)).isFalse();
        assertThat(Modes.two(Given.calls(Plan.Execution.FROM_COLD, Map.of(), 10, 10, 20, 20))).isFalse();
    }

    /// @param within how far the samples of a JVM reach to either side of its median, as a share
    private static boolean modes(double within, double... medians) {
        return Modes.two(Given.times(Arrays.stream(medians)
                .mapToObj(median -> new double[] {
                    median * (1 - within), median * (1 - within / 2), median, median * (1 + within / 2),
                    median * (1 + within)
                })
                .toArray(double[][]::new)));
    }
}
