package dev.lanes.worker;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Prints events from a thread of its own.
///
/// JMH reports an iteration while the fork waits for leave to start the next one, so accepting an event must
/// not be held up by a pipe that is full.
final class EventPrinter implements Consumer<RunEvent>, AutoCloseable {
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final Thread printer;
    private static final String END = "";

    EventPrinter(PrintStream lines) {
        printer = Thread.ofPlatform().name("events").start(() -> print(lines));
    }

    @Override
    public void accept(RunEvent event) {
        waiting.add(EventLine.write(event));
    }

    /// Returns when all accepted events are printed.
    @Override
    public void close() {
        waiting.add(END);
        try {
            printer.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(PrintStream lines) {
        try {
            for (String line = waiting.take(); !line.equals(END); line = waiting.take()) {
                lines.println(line);
                lines.flush();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
