package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxChildrenTest {
    @TempDir
    Path threads;

    @Test
    void aChildOfAnyThreadIsAChild() throws IOException {
        thread("11", "");
        thread("12", "");
        assertThat(LinuxChildren.none(threads)).isTrue();

        thread("13", "4711 ");
        assertThat(LinuxChildren.none(threads)).isFalse();
    }

    @Test
    void whereTheSystemDoesNotTellThereMayBeSome() throws IOException {
        Files.createDirectory(threads.resolve("11"));

        assertThat(LinuxChildren.none(threads)).isFalse();
        assertThat(LinuxChildren.none(threads.resolve("nothing"))).isFalse();
    }

    private void thread(String id, String children) throws IOException {
        Files.writeString(Files.createDirectories(threads.resolve(id)).resolve("children"), children);
    }
}
