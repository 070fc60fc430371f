package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.event.Events;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunEvent.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventPrinterTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger flushes = new AtomicInteger();
    private final PrintStream lines = new PrintStream(printed) {
        @Override
        public void flush() {
            flushes.incrementAndGet();
        }
    };

    @Test
    void theFirstSampleIsPrintedAtOnceAndThoseThatFollowSoonTogether() {
        int samples = 30;
        try (EventPrinter printer = new EventPrinter(lines)) {
            printer.accept(Events.sample("a", Phase.MEASURE, 1, 1, 10));
            await().until(() -> lines().size() == 1);
            for (int at = 2; at <= samples; at++) {
                printer.accept(Events.sample("a", Phase.MEASURE, 1, at, 10));
            }
            await().until(() -> lines().size() == samples);
        }

        assertThat(flushes.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void anEventThatIsNoSampleTakesAlongThoseThatWait() {
        EventPrinter printer = new EventPrinter(lines);
        try (printer) {
            printer.accept(Events.sample("a", Phase.MEASURE, 1, 1, 10));
            printer.accept(Events.sample("a", Phase.MEASURE, 1, 2, 10));
            printer.accept(new RunEvent.CaseStarted("b", 1));
        }

        assertThat(lines()).hasSize(3);
        assertThat(lines().getLast()).contains("\"b\"");
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }
}
