package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The docs name things that exist and link to files that exist.
@BesideOthers
class DocsTest {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\(([^)#:]*)#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern WRITTEN_BY_A_COMMAND =
            Pattern.compile("<!-- ([\\w -]+): written by .*?<!-- \\1: end -->", Pattern.DOTALL);
    private static final Pattern MAY_BE_WIDE = Pattern.compile("\\|.*|\\[[^]]+]: .*"); // tables, and what links lead to
    private static final int COLUMNS = 120;
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}");
    private static final Pattern SCRIPT_NAME = Pattern.compile("[a-z-]+\\.js");

    @Test
    void everyClassThatTheArchitectureNamesExists() throws IOException {
        Set<String> classes = Stream.concat(names(Path.of("src/main/java")), names(Path.of("src/test/java")))
                .collect(Collectors.toSet());

        assertThat(code("docs/architecture.md", CLASS_NAME.asMatchPredicate()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(classes).contains(name + ".java"));
    }

    @Test
    void everyScriptThatTheArchitectureNamesExists() throws IOException {
        Set<String> scripts = names(Path.of("frontend")).collect(Collectors.toSet());

        assertThat(code("docs/architecture.md", SCRIPT_NAME.asMatchPredicate()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(scripts).contains(name));
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void everySymbolThatTheArchitectureNamesExists(String symbol) throws IOException {
        assertThat(exists(symbol)).as(symbol).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RunQueue#submitt", "RunQueu#submit", "run-actions#startRuns", "run-action#startRun"})
    void aMisspeltSymbolIsNoticed(String symbol) throws IOException {
        assertThat(exists(symbol)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();

        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyAnchorIsAHeading(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();

        assertThat(ANCHOR.matcher(Files.readString(document)).results()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? document : folder.resolve(link.group(1));
            assertThat(anchors(target)).as(link.group()).contains(link.group(2));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noLineIsTooWide(Path document) throws IOException {
        if (document.endsWith(Path.of("results", "answers.md"))) {
            return; // all of it is written by a command, a line for each sentence
        }
        String byPeople = WRITTEN_BY_A_COMMAND.matcher(Files.readString(document)).replaceAll("");

        assertThat(byPeople.lines().filter(line -> !MAY_BE_WIDE.matcher(line).matches()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    /// As `wc -w` counts them.
    @Test
    void theMainDocumentsAreShortEnoughToBeRead() throws IOException {
        int words = 0;
        for (String document : List.of("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/protocol.md",
                "docs/hosting.md")) {
            words += Files.readString(Path.of(document)).trim().split("\\s+").length;
        }

        assertThat(words).isLessThanOrEqualTo(6_500);
    }

    static List<String> symbols() throws IOException {
        return code("docs/architecture.md", name -> name.contains("#"));
    }

    /// Whether `Class#method` or `module#function` is declared.
    private static boolean exists(String symbol) throws IOException {
        String owner = symbol.substring(0, symbol.indexOf('#'));
        String name = symbol.substring(symbol.indexOf('#') + 1);
        boolean java = Character.isUpperCase(owner.charAt(0));
        Pattern declaration = Pattern.compile(java
                ? "^ {4}(?:\\w[\\w<>\\[\\].,? ]* )" + name + "\\("
                : "^(?:(?:export )?(?:async )?function |(?:export )?const |  (?:async )?)" + name + "(?:\\(| =)",
                Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of(java ? "src/main/java" : "frontend/js"))) {
            List<Path> owners = files.filter(file -> file.endsWith(owner + (java ? ".java" : ".js"))).toList();
            for (Path file : owners) {
                if (declaration.matcher(Files.readString(file)).find()) {
                    return true;
                }
            }
            return false;
        }
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    /// The headings of a document as the addresses within it: in lower case, with a dash for each space.
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document)).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> code(String document, Predicate<String> wanted) throws IOException {
        return CODE.matcher(Files.readString(Path.of(document))).results()
                .map((MatchResult match) -> match.group(1))
                .filter(wanted)
                .toList();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
