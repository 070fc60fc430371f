package dev.lanes.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.blas.BlasSearch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

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

        assertThat(reason(file.toString())).contains("is no OpenBLAS").contains("cblas_sgemm");
    }

    @Test
    void theLibraryThatComesWithTheAppIsUnpackedWhereItStays() {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();

        assertThat(BlasSearch.search("")).isInstanceOf(Outcome.Found.class);
        assertThat(library().name()).isEqualTo("OpenBLAS");
        assertThat(library().version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(library().config()).isNotBlank();
        assertThat(library().file()).exists().startsWith(CacheFolder.ofTheUser().path());
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
