package dev.lanes.stats;

import dev.lanes.event.EffortLevel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints the coverage table of decision 8; see there for the command.
final class CoverageTable {
    private static final List<Integer> FORKS = List.of(1, 2, 3, 4, 5, 6, 8, 10);

    private CoverageTable() {}

    public static void main(String[] arguments) {
        System.out.println("| JVMs | " + cells(FORKS.stream().map(String::valueOf).toList()));
        System.out.println("|---" + "|---".repeat(FORKS.size()) + "|");
        for (CoverageTest.Noise noise : CoverageTest.Noise.values()) {
            System.out.println("| " + noise.words + " | "
                    + cells(FORKS.stream().map(forks -> percent(CoverageTest.covered(noise, forks))).toList()));
        }
        for (CoverageTest.Noise noise : CoverageTest.Noise.values()) {
            System.out.println("| identical code called faster or slower: " + noise.words + " | "
                    + cells(FORKS.stream().map(forks -> percent(CoverageTest.different(noise, forks))).toList()));
        }
        for (CoverageTest.Noise noise : CoverageTest.Noise.values()) {
            System.out.println("| stopped early, quick / standard / thorough: " + noise.words + " | "
                    + Stream.of(EffortLevel.values())
                            .map(effort -> percent(CoverageTest.coveredWhenStopped(noise, effort.effort())))
                            .collect(Collectors.joining(" / ")) + " |");
        }
    }

    private static String cells(List<String> texts) {
        return String.join(" | ", texts) + " |";
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
