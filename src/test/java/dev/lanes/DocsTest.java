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

/// The docs name things that exist and link to files that exist.
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
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        Path folder = document.toAbsolutePath().getParent();

        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
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
