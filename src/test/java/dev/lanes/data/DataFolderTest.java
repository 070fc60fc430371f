package dev.lanes.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes a system property that others read")
class DataFolderTest {
    private static final String HOME = "/home/ada";

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
        assertThat(usual("Linux", Map.of())).isEqualTo(Path.of(HOME, ".local/share/lanes"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/lanes"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(Path.of(HOME, ".local/share/lanes"));
        assertThat(usual("Mac OS X", Map.of())).isEqualTo(Path.of(HOME, "Library/Application Support/lanes"));
        assertThat(usual("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/lanes"));
        assertThat(usual("Windows 11", Map.of())).isEqualTo(Path.of(HOME, "AppData/Local/lanes"));
    }

    @Test
    void aUserWithoutAHomeHasNoUsualPlace() {
        assertThat(UserFolder.DATA.on("Linux", name -> null, "?")).isEmpty();
        assertThat(UserFolder.DATA.on("Linux", name -> null, "/home/\0")).as("no name of a file").isEmpty();
        assertThat(UserFolder.DATA.on("Linux", Map.of("XDG_DATA_HOME", "/data")::get, "?"))
                .hasValue(Path.of("/data/lanes"));
    }

    @Test
    void aFolderAmongTheTemporaryFilesStandsInForAHomeThatIsNotThere() {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "?");
        try {
            assumeThat(System.getenv("XDG_DATA_HOME")).isNull();
            DataFolder folder = DataFolder.of(Optional.empty());

            assertThat(folder.standsIn()).isTrue();
            assertThat(folder.path()).startsWithRaw(Path.of(System.getProperty("java.io.tmpdir")));
        } finally {
            System.setProperty("user.home", home);
        }
        assertThat(DataFolder.of(Optional.of("/srv/lanes")).standsIn()).isFalse();
    }

    @Test
    void aConfiguredNameThatNoFileCanHaveIsRefusedByTheSettingsName() {
        assertThatIllegalArgumentException().isThrownBy(() -> DataFolder.of(Optional.of("/srv/\0")))
                .withMessageContaining("lanes.data");
    }

    @Test
    void theFolderIsMadeWhenSomethingIsKeptInIt(@TempDir Path temp) throws IOException {
        DataFolder folder = DataFolder.of(Optional.of(temp.resolve("new/folder").toString()));

        assertThat(folder.resolve("file")).isEqualTo(temp.resolve("new/folder/file"));
        assertThat(temp.resolve("new/folder")).isDirectory();
    }

    private static Path usual(String system, Map<String, String> environment) {
        return UserFolder.DATA.on(system, environment::get, HOME).orElseThrow();
    }
}
