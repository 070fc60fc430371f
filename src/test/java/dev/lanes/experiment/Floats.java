package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

/// Compares large arrays of numbers, for which AssertJ takes seconds.
public final class Floats {
    private Floats() {}

    /// Asserts that no number differs by more than the tolerance; NaN differs from every number.
    public static void assertClose(float[] actual, float[] expected, float tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        int differing = IntStream.range(0, expected.length)
                .filter(at -> !(Math.abs(actual[at] - expected[at]) <= tolerance))
                .findFirst()
                .orElse(-1);
        assertThat(differing)
                .as("the first place that differs: %s", differing < 0 ? "" : actual[differing] + " for " + expected[differing])
                .isEqualTo(-1);
    }
}
