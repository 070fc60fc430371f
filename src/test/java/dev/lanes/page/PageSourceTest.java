package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page's sources: they use nothing that one of the current browsers lacks, since no test runs in all of them.
class PageSourceTest {
    private static final Path PAGE = Path.of("frontend");
    private static final Pattern NOT_EVERYWHERE = Pattern.compile(String.join("|",
            "\\bfor await\\b", "\\.fromAsync\\(", "\\bPromise\\.try\\(", "\\b(from|to)(Base64|Hex)\\(",
            "\\bRegExp\\.escape\\(", "\\b(await )?using \\w+ =", "\\bscheduler\\.", "\\bnavigation\\.",
            "\\brequestIdleCallback\\(", "\\bshow(Open|Save)FilePicker\\(",
            "\\.(values|keys|entries)\\(\\)\\.\\w+\\(", "\\.(union|intersection|difference)\\(",
            "\\.(isSubsetOf|isSupersetOf)\\(", "\\bpopover\\b", "\\banchor-name\\b", "\\blight-dark\\(",
            "\\bcalc-size\\(", "@scope\\b", "\\binterpolate-size\\b"));

    @Test
    void thePageUsesNothingThatABrowserLacks() throws IOException {
        try (Stream<Path> files = Stream.of("js", "css").flatMap(folder -> walk(PAGE.resolve(folder)))) {
            List<String> found = files.flatMap(file -> lacking(read(file)).map(use -> file + ": " + use)).toList();

            assertThat(found).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "for await (const part of stream)", "new Map().values().map((one) => one)", "using file = open()",
        "color: light-dark(#000, #fff)"
    })
    void suchAUseIsFound(String source) {
        assertThat(lacking(source)).isNotEmpty();
    }

    private static Stream<String> lacking(String source) {
        return NOT_EVERYWHERE.matcher(source).results().map(MatchResult::group);
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
