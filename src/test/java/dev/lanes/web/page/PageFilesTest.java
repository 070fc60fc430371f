package dev.lanes.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    @TempDir
    Path folder;

    @Test
    void anEditOfAFileOnDiskShowsAtTheNextReading() throws IOException {
        PageFiles pages = new PageFiles(Optional.of(folder), PageFilesTest.class.getClassLoader());
        Path page = Files.writeString(folder.resolve("page.html"), "before");
        assertThat(pages.read("page.html")).contains("before");

        Files.writeString(page, "after");

        assertThat(pages.read("page.html")).contains("after");
        assertThat(pages.read("nothing.html")).isEmpty();
    }

    @Test
    void aFileOfTheJarIsReadOnce() throws IOException {
        Path page = folder.resolve("META-INF/resources/page.html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "packed");
        try (URLClassLoader jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            PageFiles pages = new PageFiles(Optional.empty(), jar);
            assertThat(pages.read("page.html")).contains("packed");

            Files.delete(page);

            assertThat(pages.read("page.html")).contains("packed");
            assertThat(pages.read("nothing.html")).isEmpty();
        }
    }
}
