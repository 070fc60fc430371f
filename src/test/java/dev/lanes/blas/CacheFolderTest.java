package dev.lanes.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    private static final Path HOME = Path.of("/home/someone");

    @TempDir
    Path folder;

    @Test
    void itIsWhereTheSystemWantsCachedFiles() {
        assertThat(CacheFolder.usual("Linux", name -> null, HOME)).isEqualTo(HOME.resolve(".cache/lanes"));
        assertThat(CacheFolder.usual("Linux", Map.of("XDG_CACHE_HOME", "/cache")::get, HOME))
                .isEqualTo(Path.of("/cache/lanes"));
        assertThat(CacheFolder.usual("Mac OS X", name -> null, HOME)).isEqualTo(HOME.resolve("Library/Caches/lanes"));
        assertThat(CacheFolder.usual("Windows 11", Map.of("LOCALAPPDATA", "/local")::get, HOME))
                .isEqualTo(Path.of("/local/lanes"));
    }

    @Test
    void whereItCannotBeMadeTemporaryFilesStandIn() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Path made = new CacheFolder(file).folder("lanes-cache-test");

        assertThat(made).isDirectory().startsWith(Path.of(System.getProperty("java.io.tmpdir")));
        Files.delete(made);
    }
}
