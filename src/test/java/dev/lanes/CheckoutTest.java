package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project's files as Git for Windows checks them out, which turns line ends into CRLF unless it is told not to.
@BesideOthers
class CheckoutTest {
    private static final List<String> BINARY = List.of(".png", ".gz");
    private static final List<String> FOR_WINDOWS = List.of(".cmd");

    @TempDir
    Path folder;

    @BeforeEach
    void checkOut() throws Exception {
        assumeThat(new File(".git")).as("the project is a clone").exists();
        Process git = new ProcessBuilder(
                        "git", "-c", "core.autocrlf=true", "checkout-index", "-a", "--prefix=" + folder + "/")
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }

    @Test
    void textKeepsItsLineFeeds() throws IOException {
        List<Path> texts = files(name -> !endsWith(name, BINARY) && !endsWith(name, FOR_WINDOWS));

        assertThat(texts).contains(
                folder.resolve("mvnw"), folder.resolve("frontend/index.html"), folder.resolve("src/main/docker/healthy"));
        assertThat(texts).allSatisfy(file -> assertThat(Files.readAllBytes(file)).doesNotContain((byte) '\r'));
    }

    @Test
    void commandsOfWindowsHaveItsLineEnds() throws IOException {
        assertThat(files(name -> endsWith(name, FOR_WINDOWS))).isNotEmpty().allSatisfy(file ->
                assertThat(Files.readString(file).split("\n")).allMatch(line -> line.endsWith("\r")));
    }

    @Test
    void binaryFilesStayAsTheyAre() throws IOException {
        assertThat(files(name -> endsWith(name, BINARY))).isNotEmpty().allSatisfy(file ->
                assertThat(file).hasSameBinaryContentAs(Path.of(folder.relativize(file).toString())));
    }

    private List<Path> files(Predicate<String> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> wanted.test(file.toString())).toList();
        }
    }

    private static boolean endsWith(String name, List<String> ends) {
        return ends.stream().anyMatch(name::endsWith);
    }
}
