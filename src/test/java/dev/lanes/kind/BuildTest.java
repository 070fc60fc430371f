package dev.lanes.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class BuildTest {
    @TempDir
    Path folder;

    @Test
    void aBuildIsItsFilesWhateverTheirOrderAndTime() throws IOException {
        Path one = jar("one.jar", 1_000_000_000_000L, List.of("A.class", "B.class", "META-INF/notes"), "same");
        Path other = jar("other.jar", 1_700_000_000_000L, List.of("B.class", "A.class"), "same");

        assertThat(Build.of(one)).matches("[0-9a-f]{12}").isEqualTo(Build.of(other));
    }

    @Test
    void anotherTextOrNameIsAnotherBuild() throws IOException {
        String build = Build.of(jar("one.jar", 0, List.of("A.class"), "same"));

        assertThat(Build.of(jar("text.jar", 0, List.of("A.class"), "other"))).isNotEqualTo(build);
        assertThat(Build.of(jar("name.jar", 0, List.of("B.class"), "same"))).isNotEqualTo(build);
        assertThat(Build.of(folder)).isEqualTo(Build.DEVELOPMENT);
    }

    private Path jar(String name, long millis, List<String> entries, String text) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                ZipEntry head = new ZipEntry(entry);
                head.setTime(millis);
                jar.putNextEntry(head);
                jar.write(text.getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return file;
    }
}
