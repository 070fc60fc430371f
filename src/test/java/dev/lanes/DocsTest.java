package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
