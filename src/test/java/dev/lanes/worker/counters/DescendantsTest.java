package dev.lanes.worker.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DescendantsTest {
    @Test
    void endedChildrenAreTheSixteenthAndSeventeenthNumberOfTheFile() {
        String stat = "17 (a (strange) name) S 1 17 17 0 -1 4194560 1 2 3 4 50 60 700 80 20 0 1 0 5 6 7\n";

        assertThat(Descendants.ended(stat)).isEqualTo((700 + 80) * 10_000_000L);
    }

    @Test
    @Tag("forked")
    void aChildThatKeepsAProcessorBusyIsSeenAlsoWhenItHasEnded() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process burner = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), "dev.lanes.trust.Burner").start();
        double before = Descendants.nanos();
        try {
            await().until(() -> Descendants.nanos() - before > 50_000_000);
        } finally {
            burner.destroyForcibly().waitFor();
        }
        assertThat(Descendants.nanos() - before).isGreaterThan(50_000_000);
    }
}
