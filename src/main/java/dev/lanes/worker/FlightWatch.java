package dev.lanes.worker;

import dev.lanes.pool.TaskWatch;
import dev.lanes.worker.Watched.Pause;
import dev.lanes.worker.Watched.Span;
import dev.lanes.worker.Watched.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// A watch over tasks that notes them as events of the JDK's flight recorder, so that they and the JDK's own events of
/// threads that stand still are told by one clock.
final class FlightWatch implements TaskWatch, AutoCloseable {
    private static final String TASK = "dev.lanes.Task";
    private static final String OPERATION = "dev.lanes.Operation";
    private static final List<String> PAUSES =
            List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait", "jdk.ThreadPark", "jdk.ThreadSleep");

    private final Recording recording = new Recording();

    /// Begins to record.
    FlightWatch() {
        PAUSES.forEach(name -> recording.enable(name).withThreshold(Duration.ZERO).withoutStackTrace());
        recording.enable(TASK).withThreshold(Duration.ZERO);
        recording.enable(OPERATION).withThreshold(Duration.ZERO);
        recording.start();
    }

    @Override
    public void run(Runnable task) {
        TaskEvent event = new TaskEvent();
        event.firstLane = lane();
        event.begin();
        try {
            task.run();
        } finally {
            event.end();
            event.lastLane = lane();
            event.commit();
        }
    }

    /// Runs one operation and notes when it began and ended.
    void operation(Call call) throws ReflectiveOperationException {
        OperationEvent event = new OperationEvent();
        event.begin();
        call.run();
        event.end();
        event.commit();
    }

    /// What was seen, when all tasks have ended. Nothing is recorded from here on.
    Watched seen() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("flight", ".jfr");
        try {
            recording.dump(file);
            return watched(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static Watched watched(List<RecordedEvent> events) {
        List<Span> operations = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        List<Pause> pauses = new ArrayList<>();
        for (RecordedEvent event : events) {
            Span span = new Span(nanos(event.getStartTime()), nanos(event.getEndTime()));
            switch (event.getEventType().getName()) {
                case OPERATION -> operations.add(span);
                case TASK -> tasks.add(new Task(event.getString("firstLane"), event.getString("lastLane"), span));
                default -> pauses.add(new Pause(event.getThread().getJavaName(), span));
            }
        }
        operations.sort(Comparator.comparingLong(Span::begin));
        return new Watched(operations, tasks, pauses);
    }

    /// The name of the platform thread that the current thread is or is carried by. The JDK tells the carrier of a
    /// virtual thread only in its text: `VirtualThread[#31]/runnable@ForkJoinPool-1-worker-2`.
    private static String lane() {
        Thread thread = Thread.currentThread();
        if (!thread.isVirtual()) {
            return thread.getName();
        }
        String text = thread.toString();
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    /// An operation to call.
    @FunctionalInterface
    interface Call {
        Object run() throws ReflectiveOperationException;
    }

    @Name(TASK)
    @StackTrace(false)
    private static final class TaskEvent extends Event {
        String firstLane;
        String lastLane;
    }

    @Name(OPERATION)
    @StackTrace(false)
    private static final class OperationEvent extends Event {}
}
