package dev.lanes.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.data.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class BundledLibraryTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private CacheFolder cache;
    private BundledLibrary library;

    @BeforeEach
    void itIsThere() {
        assumeThat(BundledLibrary.onTheClassPath()).isPresent();
        cache = new CacheFolder(folder);
        library = BundledLibrary.onTheClassPath().orElseThrow();
    }

    @Test
    void itIsUnpackedOnce() throws IOException {
        Path file = library.unpackedIn(cache);
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(library.unpackedIn(cache)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void aFileThatWasCutOffIsReplaced() throws IOException {
        Path file = library.unpackedIn(cache);
        long whole = Files.size(file);
        Files.writeString(file, "half");

        library.unpackedIn(cache);

        assertThat(file).hasSize(whole);
    }

    @Test
    void nothingElseIsUnpacked() throws IOException {
        Path file = library.unpackedIn(cache);

        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).allSatisfy(one -> assertThat(one.getFileName().toString())
                    .startsWith("lib").doesNotContain("jni").doesNotEndWith(".part"));
        }
    }
}
