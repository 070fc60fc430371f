package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFolderTest {
    private static final long NOBODY = (1L << 22) + 1;

    @TempDir
    Path parent;

    @Test
    void theFoldersOfServersThatAreGoneAreRemovedAndNoOthers() throws IOException {
        Path dead = Files.createDirectories(parent.resolve("lanes-run-" + NOBODY + "-123/a/b")).getParent().getParent();
        Files.writeString(dead.resolve("jmh.lock"), "");
        Path living = Files.createDirectory(parent.resolve("lanes-run-1-123"));
        Path foreign = Files.createDirectory(parent.resolve("lanes-run-of-somebody"));

        TempFolder.sweep(parent);

        assertThat(dead).doesNotExist();
        assertThat(living).as("process 1 lives").exists();
        assertThat(foreign).exists();
    }

    @Test
    void aFolderOfThisServerStays() throws IOException {
        try (TempFolder own = TempFolder.createIn(parent)) {
            TempFolder.sweep(parent);

            assertThat(own.path()).exists();
        }
    }

    @Test
    void aFolderWithThisProcesssNumberIsOfAnEarlierServer() throws IOException {
        Path earlier = Files.createDirectory(parent.resolve(TempFolder.PREFIX + "123"));

        TempFolder.sweep(parent);

        assertThat(earlier).doesNotExist();
    }
}
