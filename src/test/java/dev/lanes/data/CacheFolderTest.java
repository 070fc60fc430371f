package dev.lanes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final String HOME = "/home/someone";

    @Test
    void itIsWhereTheSystemWantsCachedFiles() {
        assertThat(UserFolder.CACHE.on("Linux", name -> null, HOME)).hasValue(Path.of(HOME, ".cache/lanes"));
        assertThat(UserFolder.CACHE.on("Linux", Map.of("XDG_CACHE_HOME", "/cache")::get, HOME))
                .hasValue(Path.of("/cache/lanes"));
        assertThat(UserFolder.CACHE.on("Mac OS X", name -> null, HOME)).hasValue(Path.of(HOME, "Library/Caches/lanes"));
        assertThat(UserFolder.CACHE.on("Windows 11", Map.of("LOCALAPPDATA", "/local")::get, HOME))
                .hasValue(Path.of("/local/lanes"));
    }

    @Test
    void aUserWithoutAHomeHasNone() {
        assertThat(UserFolder.CACHE.on("Linux", name -> null, "?")).isEmpty();
        assertThat(UserFolder.CACHE.on("Linux", Map.of("XDG_CACHE_HOME", "relative")::get, "")).isEmpty();
        assertThat(UserFolder.CACHE.on("Linux", name -> null, "/home/\0")).as("no name of a file").isEmpty();
    }
}
