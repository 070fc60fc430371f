package dev.lanes.worker;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import java.io.PrintStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Prints events from a thread of its own.
///
/// JMH reports an iteration while the fork waits for leave to start the next one, so accepting an event must
/// not be held up by a pipe that is full.
final class EventPrinter implements Consumer<RunEvent>, AutoCloseable {
    private final ExecutorService printer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("events").factory());
    private final PrintStream lines;

    EventPrinter(PrintStream lines) {
        this.lines = lines;
    }

    @Override
    public void accept(RunEvent event) {
        String line = EventLine.write(event);
        printer.execute(() -> {
            lines.println(line);
            lines.flush();
        });
    }

    /// Returns when all accepted events are printed.
    @Override
    public void close() {
        printer.close();
    }
}
