package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the page's HTML asks for at once, so that no file waits for another to name it.
class FirstFilesTest {
    private static final Path PAGE = Path.of("frontend");
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("^(?:import|export)\\s[^;(]*?\"(\\.[^\"]+)\";", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PRELOADED = Pattern.compile("rel=\"modulepreload\" fetchpriority=\"low\" href=\"\\./([^\"]+)\"");
    private static final Pattern BLOCKING = Pattern.compile("rel=\"stylesheet\" href=\"[^\"]+\">");
    private static final int MOST_BLOCKING_SHEETS = 5;

    @Test
    void everyModuleThatThePageAndItsCardsBeginWithIsNamedInItsHtml() throws IOException {
        Set<Path> reached = new TreeSet<>();
        reach(PAGE.resolve("js/main.js"), reached);
        reach(PAGE.resolve("js/card/experiment-card.js"), reached);
        List<String> modules = reached.stream()
                .map(module -> PAGE.relativize(module).toString().replace('\\', '/'))
                .filter(module -> !module.equals("js/main.js"))
                .toList();

        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(named(PRELOADED)).containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void fewSheetsHoldUpTheFirstPicture() throws IOException {
        assertThat(BLOCKING.matcher(html()).results()).hasSizeLessThanOrEqualTo(MOST_BLOCKING_SHEETS);
    }

    private static void reach(Path module, Set<Path> reached) throws IOException {
        if (!reached.add(module)) {
            return;
        }
        List<String> imports = STATIC_IMPORT.matcher(Files.readString(module)).results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        for (String address : imports) {
            reach(module.resolveSibling(address).normalize(), reached);
        }
    }

    private static List<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(html()).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static String html() throws IOException {
        return Files.readString(PAGE.resolve("index.html"));
    }
}
