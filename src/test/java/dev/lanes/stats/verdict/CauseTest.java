package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.annotation.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a visitor may guess as a cause, and what the rules can find, are the same causes.
@BesideOthers
class CauseTest {
    private static final Path RULES = Path.of("src/main/java/dev/lanes/stats/verdict");
    private static final Pattern CODE = Pattern.compile("\\bwhen\\(\\s*\"([a-z-]+)\"");

    @Test
    void everyCauseCanBeFoundAndEveryReasonStandsForACause() throws IOException {
        Set<String> told = Stream.of(Cause.values()).flatMap(cause -> Stream.of(cause.codes()))
                .collect(Collectors.toSet());

        assertThat(told).containsExactlyInAnyOrderElementsOf(codesOfTheRules());
    }

    private static Set<String> codesOfTheRules() throws IOException {
        StringBuilder rules = new StringBuilder();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                rules.append(Files.readString(file));
            }
        }
        return CODE.matcher(rules).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
