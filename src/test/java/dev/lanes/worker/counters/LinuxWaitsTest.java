package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxWaitsTest {
    @TempDir
    Path threads;

    @Test
    void onlyTheThreadsWithThatNameCount() throws IOException {
        thread("11", "dev.lanes.exper", 40);
        thread("12", "VM Periodic Tas", 9000);
        thread("13", "dev.lanes.exper", 2);

        assertThat(new LinuxWaits(threads).of(Set.of("dev.lanes.exper"))).isEqualTo(42);
        assertThat(new LinuxWaits(threads).of(Set.of())).isZero();
    }

    @Test
    void whereTheSystemKeepsNoCountItIsNotKnown() {
        assertThat(new LinuxWaits(threads.resolve("absent")).of(Set.of())).isEqualTo(-1);
    }

    private void thread(String id, String name, int waits) throws IOException {
        Path folder = Files.createDirectory(threads.resolve(id));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("status"),
                "Name:\t%s\nvoluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t777\n".formatted(name, waits));
    }
}
