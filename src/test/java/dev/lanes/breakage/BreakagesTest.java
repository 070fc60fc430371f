package dev.lanes.breakage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.breakage.Breakages.Breakage;
import dev.lanes.breakage.Breakages.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The list of breakages fits the product as it is.
class BreakagesTest {
    static List<Breakage> list() throws IOException {
        return Breakages.read(Files.readString(Breakages.LIST));
    }

    @Test
    void thereAreManyAndEachHasARowInTheTable() throws IOException {
        assertThat(list()).hasSizeGreaterThanOrEqualTo(30).extracting(Breakage::name).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(Breakages.TABLE).stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| breakage |"))
                        .map(line -> line.split(" \\| ")[0].substring(2)))
                .containsExactlyElementsOf(list().stream().map(Breakage::name).toList());
    }

    @ParameterizedTest
    @MethodSource("list")
    void itsLineIsThereOnceAndTheQuickCommandHasItsTests(Breakage one) throws IOException {
        String text = Files.readString(Path.of(one.file()));

        assertThat(one.broken(text)).isNotEqualTo(text);
        assertThat(one.visitor()).isNotBlank();
        assertThat(one.tests().split(",")).allSatisfy(test ->
                assertThat(source(test.replaceAll("#.*", ""))).doesNotContain("@Tag(\"thorough\")")
                        .contains(test.substring(test.indexOf('#') + 1)));
    }

    @Test
    void aBuildThatFailsWithoutAFailingTestHasCaughtNothing(@TempDir Path project) throws Exception {
        assertThat(Breakages.outcome(0, project)).isEqualTo(Outcome.PASSED);
        assertThat(Breakages.outcome(1, project)).isEqualTo(Outcome.NO_TEST_FAILED);

        Path report = Files.createDirectories(project.resolve("target/surefire-reports")).resolve("TEST-a.OneTest.xml");
        String test = "<testsuite><testcase name='one' classname='a.OneTest'>%s</testcase></testsuite>";
        Files.writeString(report, test.formatted("<flakyFailure/>"));
        assertThat(Breakages.outcome(1, project)).isEqualTo(Outcome.NO_TEST_FAILED);
        Files.writeString(report, test.formatted("<failure/>"));
        assertThat(Breakages.outcome(1, project)).isEqualTo(Outcome.CAUGHT);
    }

    private static String source(String testClass) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return Files.readString(files.filter(file -> file.endsWith(testClass + ".java")).findFirst().orElseThrow());
        }
    }
}
