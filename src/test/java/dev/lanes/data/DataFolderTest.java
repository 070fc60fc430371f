package dev.lanes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theConfiguredFolderIsTaken() {
        assertThat(DataFolder.of(Optional.of("/srv/lanes")).path()).isEqualTo(Path.of("/srv/lanes").toAbsolutePath());
    }

    @Test
    void anEmptySettingMeansTheUsualFolder() {
        assertThat(DataFolder.of(Optional.of(" "))).isEqualTo(DataFolder.of(Optional.empty()));
    }

    @Test
    void everySystemHasAPlaceForAUsersData() {
        assertThat(usual("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/lanes"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/lanes"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(HOME.resolve(".local/share/lanes"));
        assertThat(usual("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/lanes"));
        assertThat(usual("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/lanes"));
        assertThat(usual("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/lanes"));
    }

    @Test
    void theFolderIsMadeWhenSomethingIsKeptInIt(@TempDir Path temp) throws IOException {
        DataFolder folder = DataFolder.of(Optional.of(temp.resolve("new/folder").toString()));

        assertThat(folder.resolve("file")).isEqualTo(temp.resolve("new/folder/file"));
        assertThat(temp.resolve("new/folder")).isDirectory();
    }

    private static Path usual(String system, Map<String, String> environment) {
        return DataFolder.usual(system, environment::get, HOME);
    }
}
