package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DescendantsTest {
    @Test
    void onlyWhatWasUsedMeanwhileCountsAndOfNewProcessesAll() {
        Descendants before = new Descendants(Map.of(11L, 500L, 12L, 70L));
        Descendants after = new Descendants(Map.of(11L, 800L, 13L, 40L));

        assertThat(after.nanosSince(before)).isEqualTo(300 + 40);
    }

    @Test
    @Tag("forked")
    void aChildThatKeepsAProcessorBusyIsSeen() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process burner = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), "dev.lanes.trust.Burner").start();
        try {
            Descendants before = Descendants.read();
            await().until(() -> Descendants.read().nanosSince(before) > 50_000_000);
        } finally {
            burner.destroyForcibly().waitFor();
        }
    }
}
