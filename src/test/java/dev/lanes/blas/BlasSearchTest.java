package dev.lanes.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.blas.BlasSearch.Outcome;
import dev.lanes.data.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class BlasSearchTest {
    @Test
    void noneSwitchesItOff() {
        assertThat(reason("none")).contains("lanes.blas=none");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithWhatToDo() {
        assertThat(reason("/no/such/libopenblas.so")).contains("/no/such/libopenblas.so").contains("install");
    }

    @Test
    void anotherLibraryIsRefused() {
        Path file = library().file().resolveSibling("libgcc_s.so.1");
        assumeThat(file).exists();

        assertThat(reason(file.toString())).contains(file.toString(), "cblas_sgemm");
    }

    @Test
    void theLibraryThatComesWithTheAppIsUnpackedWhereItStays() {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();

        assertThat(BlasSearch.search("")).isInstanceOf(Outcome.Found.class);
        assertThat(library().name()).isEqualTo("OpenBLAS");
        assertThat(library().version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(library().config()).isNotBlank();
        assertThat(library().file()).exists().startsWith(CacheFolder.all().getFirst().path());
    }

    @Test
    void aFolderThatCannotBeUsedIsFollowedByTheNext(@TempDir Path temp) throws IOException {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();
        CacheFolder unusable = new CacheFolder(Files.createFile(temp.resolve("a-file")));
        CacheFolder usable = new CacheFolder(temp.resolve("folder"));

        assertThat(BlasSearch.search("", List.of(unusable, usable)))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Found.class))
                .satisfies(found -> assertThat(found.library().file()).startsWith(usable.path()));
    }

    @Test
    void aLibraryThatCannotBeLoadedFromItsFolderIsLoadedFromTheNext(@TempDir Path temp) throws Exception {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();
        Path noexec = Files.createDirectory(temp.resolve("noexec"));
        CacheFolder usable = new CacheFolder(temp.resolve("folder"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "noexec,size=100m", "tmpfs", noexec.toString()))
                .as("root may mount").isZero();
        try {
            CacheFolder unusable = new CacheFolder(noexec);
            assertThat(BlasSearch.search("", List.of(unusable, usable)))
                    .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Found.class))
                    .satisfies(found -> assertThat(found.library().file()).startsWith(usable.path()));
            if (SystemLibraries.present().isEmpty()) {
                assertThat(BlasSearch.search("", List.of(unusable)))
                        .isInstanceOfSatisfying(Outcome.Missing.class, missing -> assertThat(missing.reason())
                                .contains("lanes.data").contains("noexec").doesNotContain(temp.toString()));
            }
        } finally {
            run("umount", "--lazy", noexec.toString());
        }
    }

    private static int run(String... line) throws InterruptedException {
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }

    @Test
    void theLibraryThatComesWithTheAppNeedsNoneOfItsLibrariesFromTheSystem() throws IOException {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();
        Path maps = Path.of("/proc/self/maps");
        assumeThat(maps).exists();

        Path folder = library().file().getParent();

        List<String> loaded = Files.readAllLines(maps);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).isNotEmpty().allSatisfy(file -> assertThat(loaded)
                    .anySatisfy(line -> assertThat(line).endsWith(file.toString())));
        }
    }

    @Test
    void aFileThatIsNamedIsTaken() {
        String file = library().file().toString();

        assertThat(BlasSearch.search(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Found.class))
                .extracting(found -> found.library().file().toString())
                .isEqualTo(file);
    }

    private static String reason(String wanted) {
        return ((Outcome.Missing) BlasSearch.search(wanted)).reason();
    }

    private static BlasFacts library() {
        assumeThat(BlasSearch.facts()).isPresent();
        return BlasSearch.facts().orElseThrow();
    }
}
