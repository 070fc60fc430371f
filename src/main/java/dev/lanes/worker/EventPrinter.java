package dev.lanes.worker;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Prints events from a thread of its own.
///
/// JMH reports an iteration while the fork is about to run the next one: accepting an event must not be held up by a
/// pipe that is full. Nor should each sample wake the server and all who watch, whose processor time the fork needs, so
/// samples and what is told of progress are printed a few times a second; all other events at once.
final class EventPrinter implements Consumer<RunEvent>, AutoCloseable {
    private static final long NANOS_BETWEEN = 250_000_000;

    private final ScheduledExecutorService printer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("events").factory());
    private final PrintStream lines;
    private final List<String> waiting = new ArrayList<>();
    private long printedAt = System.nanoTime() - NANOS_BETWEEN;
    private boolean due;

    EventPrinter(PrintStream lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        waiting.add(EventLine.write(event));
        if (!(event instanceof RunEvent.Sample || event instanceof RunEvent.Progress)) {
            printer.execute(this::print);
        } else if (!due) {
            due = true;
            printer.schedule(this::print, printedAt + NANOS_BETWEEN - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void print() {
        take().forEach(lines::println);
        lines.flush();
    }

    private synchronized List<String> take() {
        List<String> taken = List.copyOf(waiting);
        waiting.clear();
        printedAt = System.nanoTime();
        due = false;
        return taken;
    }

    /// Returns when all accepted events are printed.
    @Override
    public void close() {
        CompletableFuture.runAsync(this::print, printer).join();
        printer.shutdownNow();
    }
}
