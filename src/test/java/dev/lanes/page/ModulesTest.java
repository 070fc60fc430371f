package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which folders of the page's modules may import which others: the table of `docs/architecture.md`.
class ModulesTest {
    private static final Path MODULES = Path.of("frontend", "js");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import|import\\()\\s*\"(\\.[^\"]+)\"");
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("base", List.of()),
            Map.entry("answer", List.of("base")),
            Map.entry("charts", List.of("base", "answer")),
            Map.entry("sweep", List.of("base", "answer", "charts")),
            Map.entry("code", List.of("base")),
            Map.entry("machine", List.of("base", "answer", "charts")),
            Map.entry("results", List.of("base", "answer", "machine")),
            Map.entry("export", List.of("base", "answer", "charts", "sweep", "machine", "results")),
            Map.entry("guess", List.of("base", "answer")),
            Map.entry("glossary", List.of("base")),
            Map.entry("run", List.of("base", "answer", "charts", "results", "export")),
            Map.entry("look", List.of("base", "answer", "run")),
            Map.entry("edit", List.of("base", "answer", "run")),
            Map.entry("views", List.of("base", "answer", "charts", "sweep", "export", "run", "look")),
            Map.entry("card", List.of(
                    "base", "answer", "charts", "sweep", "code", "results", "export", "run", "guess", "look", "views")),
            Map.entry("lesson", List.of("base", "answer", "results", "export", "guess", "card", "guide", "edit")),
            Map.entry("guide", List.of("base", "answer", "machine", "guess", "run", "card")),
            Map.entry("shared", List.of(
                    "base", "answer", "charts", "machine", "results", "export", "run", "card", "lesson", "edit")),
            Map.entry("kinds", List.of("base", "answer", "results", "run", "card", "shared")),
            Map.entry("page", List.of(
                    "base", "answer", "machine", "run", "guide", "shared", "kinds", "glossary", "lesson", "edit")));

    static Stream<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.getParent().equals(MODULES)) // what the HTML begins with
                    .toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleImportsWhatItsFolderMay(Path module) throws IOException {
        String folder = folderOf(module);

        assertThat(MAY_IMPORT).containsKey(folder);
        assertThat(IMPORT.matcher(Files.readString(module)).results().map((MatchResult found) -> found.group(1)))
                .allSatisfy(address -> {
                    Path imported = module.resolveSibling(address).normalize();
                    assertThat(imported).exists();
                    assertThat(folderOf(imported)).isIn(Stream.concat(
                            Stream.of(folder), MAY_IMPORT.get(folder).stream()).toList());
                });
    }

    /// They change the state; what shows it fetches itself.
    @Test
    void anActionImportsNoComponent() throws IOException {
        List<Path> actions = modules().filter(module -> module.toString().endsWith("-actions.js")).toList();

        assertThat(actions).isNotEmpty().allSatisfy(module ->
                assertThat(IMPORT.matcher(Files.readString(module)).results().map((MatchResult found) -> found.group(1)))
                        .allSatisfy(address -> assertThat(module.resolveSibling(address))
                                .content().doesNotContain("customElements.define")));
    }

    private static String folderOf(Path module) {
        return MODULES.relativize(module).getName(0).toString();
    }
}
