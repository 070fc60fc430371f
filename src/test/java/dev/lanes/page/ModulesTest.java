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
    /// What all others may import.
    private static final List<String> BELOW_ALL = List.of("base", "elements");
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("answer", List.of()),
            Map.entry("charts", List.of("answer")),
            Map.entry("sweep", List.of("answer", "charts")),
            Map.entry("code", List.of()),
            Map.entry("machine", List.of("answer", "charts")),
            Map.entry("results", List.of("answer", "machine")),
            Map.entry("export", List.of("answer", "charts", "sweep", "machine", "results")),
            Map.entry("guess", List.of("answer")),
            Map.entry("glossary", List.of()),
            Map.entry("run", List.of("answer", "charts", "results", "export")),
            Map.entry("look", List.of("answer", "run")),
            Map.entry("edit", List.of("answer", "run")),
            Map.entry("views", List.of("answer", "charts", "sweep", "export", "run", "look")),
            Map.entry("card", List.of(
                    "answer", "charts", "sweep", "code", "results", "export", "run", "guess", "look", "views")),
            Map.entry("lesson", List.of("answer", "results", "export", "guess", "card", "guide", "edit")),
            Map.entry("guide", List.of("answer", "machine", "guess", "run", "card")),
            Map.entry("shared", List.of(
                    "answer", "charts", "machine", "results", "export", "run", "card", "lesson", "edit")),
            Map.entry("kinds", List.of("answer", "results", "run", "card", "shared")),
            Map.entry("page", List.of(
                    "answer", "machine", "run", "guide", "shared", "kinds", "glossary", "lesson", "edit")));

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
        int layer = BELOW_ALL.indexOf(folder);
        List<String> below = layer < 0 ? BELOW_ALL : BELOW_ALL.subList(0, layer);
        List<String> beside = layer < 0 ? MAY_IMPORT.get(folder) : List.of();

        assertThat(IMPORT.matcher(Files.readString(module)).results().map((MatchResult found) -> found.group(1)))
                .allSatisfy(address -> {
                    Path imported = module.resolveSibling(address).normalize();
                    assertThat(imported).exists();
                    assertThat(folderOf(imported)).isIn(
                            Stream.of(List.of(folder), below, beside).flatMap(List::stream).toList());
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
